# What scripts/benchmark, benchmark-roots and benchmark-masks share: a python with the other readers. Sourced after prepare.sh.

# benchmark_python FOLDER [REQUIREMENTS]: sets python to the one on the path if it has the pinned packages, else to that of
# a virtual environment beside the folder, which it makes.
benchmark_python() {
	local venv=$(dirname "$1")/benchmark-venv requirements=${2-scripts/benchmark.d/requirements.txt}
	python=python3
	has_packages "$python" "$requirements" && return
	python=$venv/bin/python
	has_packages "$python" "$requirements" && return
	printf 'Making a virtual environment with the other readers at %s\n' "$venv"
	python3 -m venv "$venv" || fail "Could not make it; on Debian or Ubuntu:  sudo apt-get install python3-venv"
	"$python" -m pip install --quiet --disable-pip-version-check --requirement "$requirements"
}

has_packages() {
	"$1" - "$2" 2>/dev/null <<-'PYTHON'
		import sys
		from importlib.metadata import version
		lines = (line.strip() for line in open(sys.argv[1]))
		sys.exit(any(version(n) != v for n, v in (line.split('==') for line in lines if line and line[0] != '#')))
	PYTHON
}
