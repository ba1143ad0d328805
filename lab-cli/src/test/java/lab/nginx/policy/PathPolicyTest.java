package lab.nginx.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lab.nginx.syntax.closure.MemoryFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths lead out of the folder {@code html}, and which only look so. */
class PathPolicyTest {
  private static final Path MAIN = Path.of("/conf/nginx.conf");

  @ParameterizedTest
  @ValueSource(
      strings = {
        // a clean path does not make a clean group: /i../x
        "rewrite ^/i(.*)$ /$1 break;",
        "rewrite ^/a([^/]*)/a([^/]*)/(.*)$ /$1/$2/$3 break;",
        "rewrite ^\\^(.*)$ $1 break;",
        "rewrite ^/x?(.*)$ /$1 break;",
        "rewrite ^/i/(.)(.*)$ /$1/$2 break;",
        "rewrite ^/(.*?) /$1 break;",
        "rewrite ^/(?:(.*)|y)z /$1 break;",
        "rewrite ^/(.*)/?x$ /$1 break;",
        "rewrite ^/(?=/(.*)$)/(.*)$ /$1/$2 break;",
        "rewrite ^/((.*)/x)/ /$1/$2 break;",
        "rewrite ^/([--9]*)/ /$1$1/ break;",
        "rewrite ^/(?|(a)|(b)) /$1 break;",
        "rewrite ^/[[:alpha:](]x(.*)$ /$1 break;",
        "rewrite ^/(.*)$ /$1/$1 break;",
        "rewrite ^/([^/]+)/(.*)$ /$2/$1 break;",
        "rewrite ^/i/(.*)$ /$1/SECRET break;",
        "rewrite ^/(\\w+)$ /.$1./x break;",
        "location ~ ^/i(.*)$ { try_files /$1 =404; }",
        "location ~ ^/q(?<n>.*)$ { error_page 404 /$n; return 404; }",
        "location ~ ^/x(.)(.)$ { try_files /$1$2/SECRET =404; }",
        // a captured name that is set as well
        "location ~ ^/(?<f>.*)$ { set $f ../../x; try_files /$f =404; }",
        "location ~ ^/(?<f>.*)$ { set $F a.b; try_files /$f =404; }",
        // dots that are joined
        "try_files $uri..$uri..${uri}etc/passwd =404;",
        "try_files /.$uri =404;",
        "try_files $uri. =404;",
        "try_files $uri$uri/x =404;",
        "rewrite ^ /.$is_args./x break;",
        "rewrite ^ /.${scheme}/.. break;",
        "try_files /x /..$is_args.x;",
        "set $w a?b; try_files /x /..$w.x;",
        "set $e ''; try_files /.$e./x =404;",
        // where a query is none
        "error_page 404 /$is_args/../../x;",
        "error_page 404 /x$is_args$args/../../x;",
        "try_files \"/a?/../../x\" =404;",
        "try_files /a$is_args$args =404;",
        "index \"a?/../../SECRET\";",
        // what only looks like a redirect
        "set $schemes /../x; error_page 404 $schemes;",
        "rewrite ^ ${scheme}://x/../x;",
        // what the file itself says is no part of the path
        "server_name /../x; if ($server_name ~ \"(?<f>.*)\") { set $y 1; } try_files /$f =404;",
        "if ($host ~ \"(?<f>.*)\") { set $y 1; } try_files /$f =404;",
        "if ($http_x ~ (?<f>.*)) { } try_files /$f =404;",
        // beside the folder
        "rewrite ^/i(.*)$ $1 break;",
        "rewrite ^/(\\w+)$ $1 break;",
        "try_files -private/x =404;",
        "try_files @x/y =404;",
        "location /i { alias html; }",
        "location /i { alias html/.; }",
        "location /i/ { alias html/./; }",
        "root html/..;",
        "root ./../html;",
        "root .;",
        // what a client sends
        "set $args x; try_files /$args =404;",
        "set $http_x x; try_files /$http_x =404;",
        "if (-f $document_root/../x) { return 404; }",
        "if (-f $document_root$arg_x) { return 404; }",
        "if (-f $document_rootx/y) { return 404; }",
        "try_files /$ =404;",
        "try_files /${1} =404;",
      })
  void refuses(String text) {
    assertThat(refusals("server { " + text + " }"))
        .extracting(Refusal::rule)
        .containsAnyOf("path", "root")
        .isSubsetOf("path", "root", "not-allowed", "variable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map $uri $m { default ../x; } server { location ~ /(?<m>z) { } try_files /$m =404; }",
        "server { location ~ /(?<m>z) { } try_files /$m =404; } map $uri $m { default ../x; }",
        "server { location ~ /(?<k>z) { } try_files /$k =404; } geo $k { default ../x; }",
        "map $uri $m { ~^/(.*)$ /../$1; } server { try_files $m =404; }",
        "map $arg_p $m { ~(.*) x; } server { rewrite ^/(.*)$ /$m/$1; }",
        "map $arg_p $m { ~(.*) x; } server { rewrite ^/(.*)$ /$1?$m; }",
        "map $arg_p $m { ~(.*) x; } server { try_files /$1 =404; }",
      })
  void refusesWhatATableBrings(String text) {
    assertThat(refusals(text)).extracting(Refusal::rule).containsOnly("path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if ($http_user_agent ~* (bot|crawler)) { return 403; } rewrite ^/old/(.*)$ /new/$1 last;",
        "rewrite ^/api/(.*) /$1 break;",
        "rewrite ^/api(/.*)$ $1 break;",
        "rewrite ^/api(/.*)?$ /v1$1 break;",
        "rewrite ^(.*)$ /v1$1 break;",
        "rewrite ^\\/api\\/(.*)\\/?$ /$1 break;",
        "rewrite ^/u/([^/]+)/(.*)$ /users/$1/files/$2 last;",
        "rewrite ^/u/([^/]+)/?$ /users/$1/profile last;",
        "rewrite ^/(\\w+)\\.htm$ /$1html last;",
        "rewrite '^/(en|de)/(\\d{4}).(\\d+)$' /$3.$2.$1.html last;",
        "rewrite ^/i(.*)$ /$1 permanent;",
        "rewrite ^/i(.*)$ $scheme://example.org$1;",
        "rewrite ^ /x?y=$args;",
        "location ~ ^/u/(?<user>[^/]+)/ { try_files /users/$user =404; }",
        "location ~ ^/(?<page>[a-z0-9_-]+)$ { try_files /$page.html $uri/index.html @x; }",
        "location ~ ^/v/(.*)$ { try_files /$1 =404; }",
        "set $lang en; try_files /$lang$uri $uri.html $uri $uri/ /index.html$is_args$args;",
        "error_page 404 /404.html; error_page 500 502 =503 @x; error_page 401 https://a/..;",
        "error_page 404 ${scheme}://x/y; error_page 403 $scheme://x;",
        "index index.html index.$scheme /a/b.html;",
        "root ./html; location /i/ { alias ./html/a.b/; } location = /j { alias html; }",
        "location /i { alias html/...; }",
        "if (-f $document_root/maintenance.html) { return 503; }",
        "if (!-e ${document_root}/a$uri) { return 404; }",
        "if (-f $document_root$uri) { return 204; }",
      })
  void letsHarmlessLookAlikesPass(String text) {
    assertThat(refusals("server { location / { " + text + " } }")).isEmpty();
  }

  @Test
  void tablesOfPlainWordsAndTheirExpressionsMayPass() {
    assertThat(
            refusals(
                """
                map $http_accept_language $lang { default en; ~^de de; }
                map $http_x $y { "~^(a|b)$" 1; default 0; }
                geo $place { default home; 10.0.0.0/8 away; }
                server {
                  server_name ~^(?<site>[a-z]+)\\.example\\.org$;
                  rewrite ^/old/(.*)$ /new/$1 last;
                  try_files /$lang$uri /$place/$y.html /$site$uri /en$uri =404;
                }
                """))
        .isEmpty();
  }

  @Test
  void linksAmongTheServedFilesAreRefused(@TempDir Path folder) throws IOException {
    var main = Files.writeString(folder.resolve("nginx.conf"), "http { root html; }");
    var below = Files.createDirectories(folder.resolve("html/a/b"));
    Files.writeString(below.resolve("page.html"), "page");
    assertThat(Policy.judge(main, Policy.LAB_PORTS).refusals()).isEmpty();
    Files.createSymbolicLink(below.resolve("l"), folder.resolve("elsewhere"));
    assertThat(Policy.judge(main, Policy.LAB_PORTS).refusals())
        .extracting(Refusal::rule, Refusal::message)
        .containsExactly(tuple("root", "\"html/a/b/l\" is a link: only real files are served"));
  }

  @Test
  void aLinkInPlaceOfTheFolderIsRefused(@TempDir Path folder) throws IOException {
    var main = Files.writeString(folder.resolve("nginx.conf"), "events { }");
    Files.createSymbolicLink(folder.resolve("html"), folder.resolve("elsewhere"));
    assertThat(Policy.judge(main, Policy.LAB_PORTS).refusals())
        .extracting(Refusal::message)
        .containsExactly("\"html\" is a link: only real files are served");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".?/.?/etc/passwd",
        ".*/x",
        "a/.?/x",
        ".[.]/x",
        "\\\\.\\\\./x",
        "a\\\\*",
        "..",
        "a/../../x"
      })
  void patternsThatFindTheFolderAboveAreRefused(String name) {
    var text = "include \"" + name + "\"; events { }";
    var files = new MemoryFiles(Map.of(MAIN, text));
    assertThat(Policy.judge(MAIN, files, Policy.LAB_PORTS).refusals())
        .extracting(Refusal::rule)
        .contains("include");
  }

  @Test
  void patternsThatFindNothingMayPass() {
    var text = "include conf.d/*.conf; include *.?onf[x]; include a.b/x*; events { }";
    var files = new MemoryFiles(Map.of(MAIN, text));
    assertThat(Policy.judge(MAIN, files, Policy.LAB_PORTS).refusals()).isEmpty();
  }

  private static List<Refusal> refusals(String http) {
    var text = "http { " + http.replace("server {", "server { listen 8080;") + " }";
    var files = new MemoryFiles(Map.of(MAIN, text));
    return Policy.judge(MAIN, files, Policy.LAB_PORTS).refusals();
  }
}
