// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import org.imageryclient.testing.Answer.Ending;

/** What goes wrong on the way, and heals when asked again. */
public enum Fault {

		/** 503. */
		UNAVAILABLE {

			@Override
			Answer spoil(final Answer right) {
				return Answer.of(503, "try later");
			}
		},
		/** 500. */
		SERVER_ERROR {

			@Override
			Answer spoil(final Answer right) {
				return Answer.of(500, "an accident");
			}
		},
		/** 429 with Retry-After: 0. */
		TOO_MANY {

			@Override
			Answer spoil(final Answer right) {
				return Answer.of(429, "slow down").with("Retry-After", "0");
			}
		},
		/** The connection is reset before the answer. */
		RESET {

			@Override
			Answer spoil(final Answer right) {
				return Answer.reset();
			}
		},
		/** Half the body, then the connection ends. */
		TRUNCATE {

			@Override
			Answer spoil(final Answer right) {
				return right.body().length == 0 ? Answer.reset() : right.cutAt(right
					.body().length / 2, Ending.CLOSE);
			}
		};

	abstract Answer spoil(Answer right);
}
