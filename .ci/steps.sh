# Shared by the scripts of this folder: runs named steps, goes on after a failure
# and says at the end what failed.

set -u
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2

if ! command -v go >/dev/null; then
  echo "FAIL: Go is needed (the version in go.mod or newer), nothing else" >&2
  exit 2
fi

# The official suite, where it is known or lies beside the checkout.
if [ -z "${BURROW_TEST262:-}" ] && [ -e ../shared/test262.tar.gz ]; then
  BURROW_TEST262="$PWD/../shared/test262.tar.gz"
fi
export BURROW_TEST262="${BURROW_TEST262:-}"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
failed=()
started=$SECONDS

# step NAME COMMAND...
step() {
  local name="$1" begin=$SECONDS
  shift
  echo "=== $name"
  if "$@"; then
    echo "--- ok: $name ($((SECONDS - begin)) s)"
  else
    echo "--- FAILED: $name ($((SECONDS - begin)) s)"
    failed+=("$name")
  fi
}

# finish prints the verdict and ends the script with it.
finish() {
  echo
  if [ ${#failed[@]} -eq 0 ]; then
    echo "PASS: all steps, $((SECONDS - started)) s"
    exit 0
  fi
  echo "FAIL: ${#failed[@]} step(s), $((SECONDS - started)) s"
  printf '  %s\n' "${failed[@]}"
  exit 1
}

# existing prints those of the given package patterns whose folder exists.
existing() {
  local p
  for p in "$@"; do
    [ -d "${p%/...}" ] && echo "$p"
  done
}

# formatted fails when gofmt would change a file.
formatted() {
  local files
  files="$(git ls-files '*.go' | xargs gofmt -l)" || return 1
  [ -z "$files" ] || { echo "gofmt would change:"; echo "$files"; return 1; }
}

# cross GOOS GOARCH builds everything for another platform.
cross() {
  GOOS="$1" GOARCH="$2" CGO_ENABLED=0 go build ./...
}

# race PATTERN... runs tests with the race detector, which needs cgo and so a C
# compiler; where there is none it says so.
race() {
  if ! command -v "$(go env CC)" >/dev/null; then
    echo "no C compiler: the race detector cannot be used here"
    return 0
  fi
  local packages
  packages="$(existing "$@")"
  # The patterns are words without spaces.
  # shellcheck disable=SC2086
  [ -z "$packages" ] || CGO_ENABLED=1 go test -race -short $packages
}

# conformance FLAG... runs the official suite.
conformance() {
  if [ -z "$BURROW_TEST262" ]; then
    echo "the official suite was not found: set BURROW_TEST262 to a checkout or a .tar.gz of it"
    return 0
  fi
  go build -o "$work/burrow" ./cmd/burrow && "$work/burrow" test262 "$@"
}
