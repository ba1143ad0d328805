/** Rules of the house, held against all packages of the lab. */
@NullMarked
package lab;

import org.jspecify.annotations.NullMarked;
