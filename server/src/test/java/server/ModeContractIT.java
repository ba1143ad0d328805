package server;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import server.testing.ModeUnderTest;

/** The one contract, held against every mode. */
@Tag("process")
class ModeContractIT {
  @Nested
  class Sync extends ModeContract {
    Sync() {
      super(ModeUnderTest.SYNC);
    }
  }

  @Nested
  class Pooled extends ModeContract {
    Pooled() {
      super(ModeUnderTest.POOLED);
    }
  }

  @Nested
  class Async extends ModeContract {
    Async() {
      super(ModeUnderTest.ASYNC);
    }
  }

  @Nested
  class Virtual extends ModeContract {
    Virtual() {
      super(ModeUnderTest.VIRTUAL);
    }
  }
}
