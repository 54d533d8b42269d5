// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.volume;

import org.imageryclient.http.HttpTransport;
import org.imageryclient.store.SourceUrl;
import org.imageryclient.store.Stores;
import org.imageryclient.testing.FaultServer;
import org.imageryclient.testing.FormulaVolume;

/** A volume written by formula, served over http, and opened. */
final class OpenVolume implements AutoCloseable {

	final FaultServer server;
	final ReadSession session;
	final Volume<?> volume;

	OpenVolume(final FormulaVolume written) {
		this(written, ReadSession.builder(new Stores(HttpTransport.anonymous()))
			.build());
	}

	OpenVolume(final FormulaVolume written, final ReadSession session) {
		server = FaultServer.over(written.files());
		this.session = session;
		volume = Volume.open(SourceUrl.parse("precomputed://" + server.url()),
			session);
		server.clearLog();
	}

	@Override
	public void close() {
		session.close();
		server.close();
	}
}
