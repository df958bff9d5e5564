/** A report as text and as JSON: the forms that need no library. */
@NullMarked
package io.github.memoryleak.report;

import org.jspecify.annotations.NullMarked;
