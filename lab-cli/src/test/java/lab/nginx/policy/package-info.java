/** Tests of the policy for strangers' files. */
@NullMarked
package lab.nginx.policy;

import org.jspecify.annotations.NullMarked;
