// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.fiji.n5;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

import org.imageryclient.testing.FaultServer;
import org.janelia.saalfeldlab.n5.DataType;
import org.janelia.saalfeldlab.n5.DatasetAttributes;
import org.janelia.saalfeldlab.n5.N5Writer;
import org.janelia.saalfeldlab.n5.RawCompression;
import org.janelia.saalfeldlab.n5.universe.N5Factory;
import org.janelia.saalfeldlab.n5.universe.StorageFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which images are over the network, where nobody may wait for them. */
class RemoteN5Test {

	@TempDir
	private Path folder;

	@BeforeEach
	void write() {
		try (N5Writer n5 = new N5Factory().openWriter(StorageFormat.N5, folder
			.resolve("em.n5").toString()))
		{
			n5.createDataset("", new DatasetAttributes(new long[] { 3, 2, 1 },
				new int[] { 3, 2, 1 }, DataType.UINT8, new RawCompression()));
		}
	}

	@Test
	void folder_isNotRemote() {
		assertFalse(new N5SourceFormat().open("n5://" + folder.resolve("em.n5"))
			.isRemote());
	}

	@Test
	void server_isRemote() {
		try (FaultServer server = FaultServer.over(folder)) {
			assertTrue(new N5SourceFormat().open("n5://" + server.url("em.n5"))
				.isRemote());
		}
	}

	@Test
	void serverOverTls_isRemote() throws Exception {
		final SSLSocketFactory before = HttpsURLConnection
			.getDefaultSSLSocketFactory();
		final SSLContext tls = selfSigned();
		final HttpsServer server = HttpsServer.create(new InetSocketAddress(
			InetAddress.getLoopbackAddress(), 0), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(tls));
		server.createContext("/", exchange -> {
			final Path file = folder.resolve(exchange.getRequestURI().getPath()
				.substring(1));
			final boolean isThere = Files.isRegularFile(file);
			final byte[] body = isThere ? Files.readAllBytes(file) : new byte[0];
			final boolean isHead = exchange.getRequestMethod().equals("HEAD");
			exchange.sendResponseHeaders(isThere ? 200 : 404, isHead ||
				body.length == 0 ? -1 : body.length);
			if (!isHead) exchange.getResponseBody().write(body);
			exchange.close();
		});
		server.start();
		HttpsURLConnection.setDefaultSSLSocketFactory(tls.getSocketFactory());
		try {
			assertTrue(new N5SourceFormat().open("n5://https://localhost:" + server
				.getAddress().getPort() + "/em.n5").isRemote());
		}
		finally {
			HttpsURLConnection.setDefaultSSLSocketFactory(before);
			server.stop(0);
		}
	}

	private SSLContext selfSigned() throws Exception {
		final Path store = folder.resolve("tls.p12");
		final char[] password = "loopback".toCharArray();
		new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin",
			"keytool").toString(), "-genkeypair", "-keyalg", "EC", "-alias", "tls",
			"-dname", "CN=localhost", "-ext", "san=dns:localhost", "-keystore", store
				.toString(), "-storepass", "loopback").start().waitFor();
		final KeyStore keys = KeyStore.getInstance(store.toFile(), password);
		final KeyManagerFactory own = KeyManagerFactory.getInstance(
			KeyManagerFactory.getDefaultAlgorithm());
		own.init(keys, password);
		final KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("tls", keys.getCertificate("tls"));
		final TrustManagerFactory trust = TrustManagerFactory.getInstance(
			TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		final SSLContext tls = SSLContext.getInstance("TLS");
		tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
		return tls;
	}
}
