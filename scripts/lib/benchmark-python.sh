# What scripts/benchmark and scripts/benchmark-roots share: a python with the other readers. Sourced after prepare.sh.

# benchmark_python DATA_FOLDER: sets python to the one on the path if it has the pinned packages, else to that of a
# virtual environment beside the folder, which it makes.
benchmark_python() {
	local venv=$(dirname "$1")/benchmark-venv
	python=python3
	has_packages "$python" && return
	python=$venv/bin/python
	has_packages "$python" && return
	printf 'Making a virtual environment with the other readers at %s\n' "$venv"
	python3 -m venv "$venv" || fail "Could not make it; on Debian or Ubuntu:  sudo apt-get install python3-venv"
	"$python" -m pip install --quiet --disable-pip-version-check --requirement scripts/benchmark.d/requirements.txt
}

has_packages() {
	"$1" - scripts/benchmark.d/requirements.txt 2>/dev/null <<-'PYTHON'
		import sys
		from importlib.metadata import version
		lines = (line.strip() for line in open(sys.argv[1]))
		sys.exit(any(version(n) != v for n, v in (line.split('==') for line in lines if line and line[0] != '#')))
	PYTHON
}
