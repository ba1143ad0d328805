package lab.nginx.routing.balance;

import java.util.List;

/** Who answers a proxied request. */
public sealed interface Choice {
  /** Addresses that were asked before and did not answer, in order. */
  List<String> refused();

  /** This one answers. */
  record Answered(String address, List<String> refused) implements Choice {
    public Answered {
      refused = List.copyOf(refused);
    }
  }

  /** One of these answers; which one cannot be told. */
  record OneOf(List<String> addresses, String reason) implements Choice {
    public OneOf {
      addresses = List.copyOf(addresses);
    }

    @Override
    public List<String> refused() {
      return List.of();
    }
  }

  /** Nobody answers: nginx says 502. */
  record Nobody(List<String> refused) implements Choice {
    public Nobody {
      refused = List.copyOf(refused);
    }
  }
}
