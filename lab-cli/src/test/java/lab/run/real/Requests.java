package lab.run.real;

import java.util.List;

/** What the generated requests are made of. */
final class Requests {
  static final List<String> URIS =
      List.of(
          "/",
          "/a",
          "/a/",
          "/a/b",
          "/a/b/",
          "/a/b.txt",
          "/ab",
          "/b",
          "/b/",
          "/b/c",
          "/b.txt",
          "/c",
          "/c/d",
          "/img",
          "/img/",
          "/img/x.png",
          "/a%20b",
          "/a%2Fb",
          "//a//b",
          "/a/../b",
          "/../x",
          "/a/./b",
          "/%61",
          "/a%00",
          "/%zz",
          "/Q",
          "/q",
          "/x",
          "/missing",
          "/a+b",
          "/a%3Fb",
          "/b/%23x",
          "/B/%C3%A9",
          "/a%25b",
          "/ab/",
          "/a/b/c",
          "/c%20d/e+f",
          "/a/index.html",
          "/index.html",
          "/a/b/..",
          "/b;x",
          "/a&b");
  static final List<String> QUERIES =
      List.of("", "", "", "?q=1", "?q=a%20b", "?", "?x=1&Q=2", "?q=b", "?q");
  static final List<String> HOSTS =
      List.of(
          "localhost",
          "one.test",
          "ONE.test:99",
          "sub.test",
          "two.x",
          "dot.test",
          "a.dot.test",
          "r12.test",
          "x.deep.test",
          "www.one.test",
          "api.zzz",
          "one.test.",
          "127.0.0.1",
          "other",
          "localhost",
          "one.test",
          "-",
          "www.sub.test");
  static final List<String> METHODS =
      List.of("GET", "GET", "GET", "GET", "GET", "POST", "HEAD", "PUT", "DELETE");

  private Requests() {}
}
