@org.jspecify.annotations.NullMarked
package lab.cli.explain;
