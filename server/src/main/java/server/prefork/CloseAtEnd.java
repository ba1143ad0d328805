package server.prefork;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Closes the connection with the answer.
 *
 * <p>Jetty by itself only closes its sending side and waits for the client to close too; a client
 * that has its answer and does nothing would hold the worker until the idle timeout.
 */
final class CloseAtEnd extends Handler.Wrapper {
  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    Request.addCompletionListener(request, _ -> endPoint.close());
    return super.handle(request, response, callback);
  }
}
