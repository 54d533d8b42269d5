# What update-site/build, update-site/verify and scripts/install-into-fiji share. Sourced, not run, in the project's folder.

java_tool() { if [ -n "${JAVA_HOME-}" ]; then printf '%s' "$JAVA_HOME/bin/$1"; else printf '%s' "$1"; fi; }

# site_timestamp: YYYYMMDDhhmmss of the last commit, or of SOURCE_DATE_EPOCH.
site_timestamp() {
	local seconds=${SOURCE_DATE_EPOCH-}
	[ -n "$seconds" ] || seconds=$(git log -1 --format=%ct 2>/dev/null) ||
		fail 'Expected a git repository, whose last commit dates the site, but found none.' \
			'Try again with SOURCE_DATE_EPOCH set to the seconds since 1970 that it should bear.'
	[ -n "${SOURCE_DATE_EPOCH-}" ] || git diff --quiet HEAD -- pom.xml src ||
		printf 'pom.xml or src differ from the last commit: the site will hold them under its time.\n' >&2
	TZ=UTC0 printf '%(%Y%m%d%H%M%S)T\n' "$seconds" 2>/dev/null || date -u -r "$seconds" +%Y%m%d%H%M%S
}

# require_site_folder FOLDER: stops where a site can be neither begun nor continued.
require_site_folder() {
	local remedy='Try a new folder; scripts/install-into-fiji copies a build into a Fiji.'
	[ -d "$1" ] || [ ! -e "$1" ] || fail "Expected a folder for the update site but $1 is a file." "$remedy"
	if [ -f "$1/db.xml.gz" ]; then
		! gzip -dc "$1/db.xml.gz" | grep '<update-site' >/dev/null ||
			fail "Expected an update site but $1 is a Fiji: its db.xml.gz lists the sites that it follows." "$remedy"
	else
		[ ! -e "$1/jars" ] && [ ! -e "$1/plugins" ] ||
			fail "Expected an update site, or nothing yet, but $1 holds jars or plugins without a db.xml.gz." "$remedy"
	fi
}

# require_adapters: stops, within seconds, where the libraries of the adapters can't be had.
require_adapters() {
	mkdir -p target
	has_fiji_libraries || fail 'The adapters for BigDataViewer, N5 and Dataset need jars that only the SciJava Maven repository serves.' \
		'Build where it can be reached, or say --core for a site without them.'
}

# list_dependencies FOLDER PROFILE SCOPE FILE [PHASE]: lists the libraries of the project in FOLDER, with their files.
list_dependencies() {
	"$1/mvnw" -B -q -ntp -Dstyle.color=never -f "$1/pom.xml" -P "$2" -DskipTests ${MAVEN_ARGS_SITE-} "${@:5}" \
		dependency:list -DincludeScope="$3" -DoutputAbsoluteArtifactFilename=true -DoutputFile="$4"
}

# build_plugin FOLDER PROFILE: builds the project in FOLDER, and sets plugin_jar and dependencies (a list of files).
build_plugin() {
	local folder=$1 profile=$2 target=$1/target
	[ "$profile" != fiji ] || target=$1/target/fiji
	dependencies=$(cd "$folder" && pwd)/target/site-dependencies.txt
	printf 'Building (the first time this fetches libraries and takes a few minutes) ...\n'
	# Maven compiles only the files that have changed, and leaves those that use them as they were.
	rm -rf "$target"/imageryclient-fiji-*.jar "$target/classes"
	list_dependencies "$folder" "$profile" runtime "$dependencies" package
	plugin_jar=$(find "$target" -maxdepth 1 -name 'imageryclient-fiji-*.jar' ! -name '*-sources.jar' ! -name '*-tests.jar' \
		! -name '*-javadoc.jar')
	[ -f "$plugin_jar" ] || fail "Expected one jar of the plugin in $target but found: ${plugin_jar:-none}."
}

# run_java CLASS ARGUMENT...: runs a program of update-site/java with scijava-common, by which the updater tells names
# from versions. SITE_CLASSPATH says where that is, for who has it already.
run_java() {
	local libraries=${SITE_CLASSPATH-}
	if [ -z "$libraries" ]; then
		[ -n "${dependencies-}" ] || {
			dependencies=$PWD/target/site-dependencies.txt
			list_dependencies . '!fiji' runtime "$dependencies"
		}
		libraries=$(sed -n 's/^ *org\.scijava:scijava-common:jar:[^:]*:[a-z]*:\(.*\.jar\).*/\1/p' "$dependencies")
	fi
	mkdir -p target/update-site
	"$(java_tool javac)" -proc:none --release 17 -d target/update-site -cp "$libraries" update-site/java/*.java
	"$(java_tool java)" -cp "target/update-site$(path_separator)$libraries" "$@"
}

path_separator() { case $(uname -s) in MINGW* | MSYS* | CYGWIN*) printf ';' ;; *) printf ':' ;; esac; }
