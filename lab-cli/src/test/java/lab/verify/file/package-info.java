@org.jspecify.annotations.NullMarked
package lab.verify.file;
