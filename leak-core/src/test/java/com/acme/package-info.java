/** Test classes that the tests of the driver measure. Surefire does not run them by themselves. */
package com.acme;
