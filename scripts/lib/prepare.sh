# What scripts/test and scripts/demo share: is there a JDK, which packages are missing, a count of tests.
# Sourced, not run. Nothing here downloads from an address of its own: packages come from the system's package
# manager, Maven and its artifacts through ./mvnw.

fail() {
	printf '%s\n' "$@" >&2
	exit 1
}

on_linux() { [ "$(uname -s)" = Linux ]; }

# require_jdk VERSION: stops unless java and javac of at least that version are found the way Maven finds them.
require_jdk() {
	local wanted=$1 home=${JAVA_HOME-} java=java javac=javac version
	if [ -n "$home" ]; then java=$home/bin/java javac=$home/bin/javac; fi
	command -v "$java" >/dev/null && command -v "$javac" >/dev/null ||
		fail "Expected a JDK $wanted or newer but found no java and javac${home:+ in JAVA_HOME=$home}." \
			"Install one and try again, on Debian or Ubuntu:  sudo apt-get install openjdk-$wanted-jdk"
	version=$("$javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
	[ "${version:-0}" -ge "$wanted" ] ||
		fail "Expected a JDK $wanted or newer but $javac is version ${version:-unknown}." \
			"Set JAVA_HOME to a newer one, or on Debian or Ubuntu:  sudo apt-get install openjdk-$wanted-jdk"
}

# needs_package COMMAND PACKAGE: notes the package as missing unless the command is there.
needs_package() {
	command -v "$1" >/dev/null || packages+=("$2")
}

# needs_library SONAME PACKAGE: the same for a shared library, which Java loads by itself once it draws.
needs_library() {
	ldconfig_list=${ldconfig_list-$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null || true)}
	case $ldconfig_list in *"$1"*) ;; *) packages+=("$2") ;; esac
}

# install_packages NAME...: installs them without asking for a password, or says what to type.
install_packages() {
	[ $# -gt 0 ] || return 0
	local line="apt-get update && apt-get install --yes --no-install-recommends $*"
	local as_root=()
	if [ "$(id -u)" != 0 ]; then
		if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root=(sudo -n); else as_root=(false); fi
	fi
	if command -v apt-get >/dev/null && [ "${as_root[*]-}" != false ]; then
		printf 'Installing what the tests need: %s\n' "$*"
		"${as_root[@]}" apt-get -qq update >/dev/null && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
			apt-get -qq install --yes --no-install-recommends "$@" >/dev/null && return 0
	fi
	fail "The tests need these packages and could not install them by themselves: $*" \
		"Install them and try again, on Debian or Ubuntu:" "  sudo sh -c '$line'"
}

# no_tokens PATH...: fails if a token that the tests use stands anywhere in these files.
no_tokens() {
	local tokens='[bde]0{28,30}[0-9]{1,3}|f{32}|5f0e1d2c3b4a59687786958493a2b1c0|badc0de0badc0de1badc0de2badc0de3|facefeedfacefeed0123456789abcdef'
	! grep -rnEo -- "$tokens" "$@" || {
		printf 'A token was printed: see above.\n'
		return 1
	}
}

# count_tests FOLDER STATUS: adds up Surefire's reports and prints "N passed, N failed"; fails if there are none. Where
# Maven's exit status is not that of a build whose tests all passed, or failed, reports are missing: then it says that
# the run did not end, and fails.
count_tests() {
	local reports
	reports=$(find "$1" -name 'TEST-*.xml' 2>/dev/null | wc -l)
	if [ "$reports" -eq 0 ]; then
		printf 'No test has run: the build failed before them.\n0 passed, 1 failed\n'
		return 1
	fi
	find "$1" -name 'TEST-*.xml' -exec sed -n '/<testsuite /{p;q}' {} \; | awk -v status="$2" '
		function value(name) { return match($0, " " name "=\"[0-9]+") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) + 0 : 0 }
		{ tests += value("tests"); failed += value("errors") + value("failures"); skipped += value("skipped") }
		END {
			if (status > 1 || status == 1 && failed == 0) {
				printf "The run did not end: Maven stopped with status %d, see above. Till then %d of %d tests had passed.\n", status, tests - failed - skipped, tests
				exit 1
			}
			printf "%d passed, %d failed%s\n", tests - failed - skipped, failed, skipped ? ", " skipped " skipped" : ""
			exit (failed > 0 || skipped > 0 || tests == 0)
		}'
}

# within SECONDS COMMAND ...: runs it, and ends it, with all that it started, after so many seconds.
within() {
	local limit=$1 pid watch result=0
	shift
	set -m
	"$@" &
	pid=$!
	(
		sleep "$limit"
		kill -- "-$pid"
		# One that is stopped hears it only when it goes on.
		kill -CONT -- "-$pid"
	) >/dev/null 2>&1 &
	watch=$!
	set +m
	wait "$pid" || result=$?
	kill -- "-$watch" 2>/dev/null || true
	wait "$watch" 2>/dev/null || true
	return "$result"
}

# has_fiji_libraries: whether the libraries of the profile fiji can be had. Those that are not in the local Maven
# repository are asked for once, within seconds; only where that brings the first of them are the others fetched.
has_fiji_libraries() {
	local jar repository impatient=(-Daether.connector.connectTimeout=5000 -Daether.connector.requestTimeout=10000)
	jar=$(sed -n 's|.*<exists>${user.home}\(.*bigdataviewer-core.*\.jar\)</exists>.*|\1|p' pom.xml)
	repository=$(sed -n '/<id>scijava.public</{n;s|.*<url>\(.*\)</url>.*|\1|p;}' pom.xml)
	if [ ! -f "$HOME$jar" ]; then
		printf 'Asking once for the libraries that Fiji ships ...\n'
		# The plugin that asks comes from Maven Central, like all else.
		./mvnw -q -B -ntp dependency:help >/dev/null || return 1
		within 20 ./mvnw -q -B -ntp -U -P'!fiji' "${impatient[@]}" dependency:get -Dtransitive=false \
			-Dartifact="sc.fiji:bigdataviewer-core:$(basename "${jar%/*}")" \
			-DremoteRepositories="scijava.public::default::$repository" >/dev/null 2>&1 </dev/null || return 1
	fi
	# POMs side by side: one after the other, each would wait for a server that never answers.
	within 900 ./mvnw -q -B -ntp -Pfiji "${impatient[@]}" -Daether.dependencyCollector.impl=bf -Daether.dependencyCollector.bf.threads=16 \
		-Dstyle.color=never dependency:resolve </dev/null >target/fiji-libraries.log 2>&1
}

# without_fiji: what to read in the end where the adapters to Fiji's libraries were left out.
without_fiji() {
	printf '%s\n' 'The Fiji adapters (src/fiji: BigDataViewer, N5, ImageJ2) were NOT built and NOT tested: their libraries are neither in' \
		'the local Maven repository nor could be fetched from the SciJava Maven repository. All else was. To build them, run' \
		'scripts/test, or ./mvnw -Pfiji verify, where that repository can be reached.'
}
