/** What no configuration may do to the commands about configurations. */
@org.jspecify.annotations.NullMarked
package lab.cli.nginx;
