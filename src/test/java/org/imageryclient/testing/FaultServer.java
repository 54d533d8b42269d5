// SPDX-License-Identifier: BSD-2-Clause

package org.imageryclient.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.imageryclient.testing.Answer.Ending;

/**
 * A web server on the loopback interface that serves a folder or a map, keeps a
 * log, and misbehaves as told. Everything may be set while it runs:
 *
 * <pre>
 * try (FaultServer server = FaultServer.over(folder)) {
 * 	server.faults(0.2, 42, Fault.values());
 * 	server.latency(Duration.ofMillis(20));
 * 	volume = open("precomputed://" + server.url("em"));
 * 	assertEquals(1, server.requests("/em/info").size());
 * }
 * </pre>
 *
 * Faults are drawn from the seed, the path with its range, and how often that
 * was asked, so a run repeats itself whatever the order of threads; a path and
 * range never sees more than three in a row.
 */
public final class FaultServer implements AutoCloseable {

	private static final int MOST_FAULTS_IN_A_ROW = 3;

	private final ServerSocket listener;
	private final ServedFiles files;
	private final Set<Socket> open = ConcurrentHashMap.newKeySet();
	private final List<LoggedRequest> log = new CopyOnWriteArrayList<>();
	private final Map<String, Function<LoggedRequest, Answer>> rules =
		new ConcurrentHashMap<>();
	private final Map<String, int[]> faultsByKey = new ConcurrentHashMap<>();
	private final AtomicInteger connections = new AtomicInteger();
	private final AtomicInteger underWay = new AtomicInteger();
	private final AtomicInteger mostUnderWay = new AtomicInteger();
	private volatile Duration latency = Duration.ZERO;
	private volatile double rate;
	private volatile long seed;
	private volatile Fault[] kinds = {};
	private volatile boolean knowsRanges = true;

	private FaultServer(final ServedFiles files) {
		this.files = files;
		try {
			listener = new ServerSocket(0, 256, InetAddress.getByName("127.0.0.1"));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		daemon("fault-server", this::accept);
	}

	/** Serves the files of a folder by their relative paths. */
	public static FaultServer over(final Path folder) {
		return new FaultServer(ServedFiles.ofFolder(folder));
	}

	/** Serves a map: names without a slash at their beginning. */
	public static FaultServer over(final Map<String, byte[]> contents) {
		return new FaultServer(ServedFiles.ofMap(contents));
	}

	/** {@code http://127.0.0.1:PORT}. */
	public String url() {
		return "http://127.0.0.1:" + listener.getLocalPort();
	}

	/** {@code http://127.0.0.1:PORT/path}. */
	public String url(final String path) {
		return url() + "/" + path;
	}

	/** Spoils this share of the answers, 0 to 1; never rules' answers. */
	public FaultServer faults(final double share, final long newSeed,
		final Fault... newKinds)
	{
		faultsByKey.clear();
		seed = newSeed;
		kinds = newKinds.clone();
		rate = newKinds.length == 0 ? 0 : share;
		return this;
	}

	/** Waits before each answer. */
	public FaultServer latency(final Duration time) {
		latency = time;
		return this;
	}

	/** Sends whole objects whatever range is asked for. */
	public FaultServer withoutRanges() {
		knowsRanges = false;
		return this;
	}

	/** Answers 401 below a path unless the token comes as a bearer. */
	public FaultServer requireToken(final String path, final String token) {
		return rule(path, request -> request.header("Authorization").equals(Optional
			.of("Bearer " + token)) ? files.answer(request, knowsRanges) : Answer.of(
				401, "{\"error\":\"invalid_token\"}").with("Content-Type",
					"application/json"));
	}

	/** Answers 403 below a path, as buckets do that may not be listed. */
	public FaultServer forbid(final String path) {
		return rule(path, request -> Answer.of(403, "Forbidden"));
	}

	/** Sends those who ask below a path to another address. */
	public FaultServer redirect(final String path, final int status,
		final String location)
	{
		return rule(path, request -> Answer.redirect(status, location));
	}

	/**
	 * Answers below a path as told; the longest path counts.
	 *
	 * @param path with a slash at its beginning
	 */
	public FaultServer rule(final String path,
		final Function<LoggedRequest, Answer> answer)
	{
		rules.put(path, answer);
		return this;
	}

	/** What the server says when nothing is wrong, for use in rules. */
	public Answer content(final LoggedRequest request) {
		return files.answer(request, knowsRanges);
	}

	/** All requests so far, in the order of their arrival. */
	public List<LoggedRequest> requests() {
		return List.copyOf(log);
	}

	/** The requests for one path. */
	public List<LoggedRequest> requests(final String path) {
		return log.stream().filter(r -> r.path().equals(path)).toList();
	}

	/** How often each path and range was asked for: {@code /em/info all}. */
	public Map<String, Integer> counts() {
		final Map<String, Integer> counts = new TreeMap<>();
		for (final LoggedRequest r : log)
			counts.merge(r.path() + " " + r.range(), 1, Integer::sum);
		return counts;
	}

	public void clearLog() {
		log.clear();
		mostUnderWay.set(underWay.get());
	}

	/** How many connections were made. */
	public int connections() {
		return connections.get();
	}

	/** The most requests that were under way at a time. */
	public int mostUnderWay() {
		return mostUnderWay.get();
	}

	@Override
	public void close() {
		closeQuietly(listener);
		open.forEach(FaultServer::closeQuietly);
	}

	private void accept() {
		while (!listener.isClosed()) {
			try {
				final Socket socket = listener.accept();
				final int number = connections.incrementAndGet();
				open.add(socket);
				if (listener.isClosed()) closeQuietly(socket);
				daemon("fault-server-" + number, () -> serve(socket, number));
			}
			catch (final IOException e) {
				return;
			}
		}
	}

	private void serve(final Socket socket, final int number) {
		try (socket) {
			socket.setTcpNoDelay(true);
			final InputStream in = new BufferedInputStream(socket.getInputStream());
			while (true) {
				final Optional<LoggedRequest> request = RequestReader.read(in, number);
				if (request.isEmpty()) return;
				log.add(request.get());
				mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
				final Answer answer;
				try {
					Thread.sleep(latency.toMillis());
					answer = answer(request.get());
				}
				finally {
					// Before sending, or the client's next request may come first.
					underWay.decrementAndGet();
				}
				if (!send(socket, answer)) return;
			}
		}
		catch (final IOException | InterruptedException e) {
			// The client went away, or the server is closed.
		}
		finally {
			open.remove(socket);
		}
	}

	private Answer answer(final LoggedRequest request) {
		String best = "";
		for (final String path : rules.keySet())
			if (request.path().startsWith(path) && path.length() > best.length())
				best = path;
		if (!best.isEmpty()) return rules.get(best).apply(request);
		final Answer right = content(request);
		return fault(request).map(f -> f.spoil(right)).orElse(right);
	}

	private Optional<Fault> fault(final LoggedRequest request) {
		if (rate <= 0) return Optional.empty();
		final String key = request.path() + " " + request.range();
		final int[] state = faultsByKey.computeIfAbsent(key, k -> new int[2]);
		synchronized (state) {
			final Random random = new Random(seed * 31 + key.hashCode() + 7919L *
				state[0]++);
			random.nextInt();
			if (state[1] >= MOST_FAULTS_IN_A_ROW || random.nextDouble() >= rate) {
				state[1] = 0;
				return Optional.empty();
			}
			state[1]++;
			return Optional.of(kinds[random.nextInt(kinds.length)]);
		}
	}

	/** Whether the connection may be used again. */
	private static boolean send(final Socket socket, final Answer answer)
		throws IOException, InterruptedException
	{
		if (answer.status() > 0) {
			final Map<String, String> headers = new LinkedHashMap<>(answer.headers());
			if (!headers.containsKey("Transfer-Encoding")) headers.putIfAbsent(
				"Content-Length", String.valueOf(answer.body().length));
			final StringBuilder head = new StringBuilder("HTTP/1.1 " + answer
				.status() + " Status\r\n");
			headers.values().removeIf(String::isEmpty);
			headers.forEach((name, value) -> head.append(name).append(": ").append(
				value).append("\r\n"));
			final byte[] bytes = head.append("\r\n").toString().getBytes(
				StandardCharsets.ISO_8859_1);
			final byte[] all = new byte[bytes.length + answer.sent()];
			System.arraycopy(bytes, 0, all, 0, bytes.length);
			System.arraycopy(answer.body(), 0, all, bytes.length, answer.sent());
			socket.getOutputStream().write(all);
		}
		if (answer.ending() == Ending.RESET) socket.setSoLinger(true, 0);
		// Until the client gives up, or the server is closed.
		if (answer.ending() == Ending.HANG) socket.getInputStream().read();
		return answer.ending() == Ending.KEEP;
	}

	private static void daemon(final String name, final Runnable work) {
		final Thread thread = new Thread(work, name);
		thread.setDaemon(true);
		thread.start();
	}

	private static void closeQuietly(final AutoCloseable resource) {
		try {
			resource.close();
		}
		catch (final Exception e) {
			// It is closed anyway.
		}
	}
}
