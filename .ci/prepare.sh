# shellcheck shell=bash disable=SC2034
# Shared by ./run and ./test: the Debian packages they need, and one way to build.

RUN_PACKAGES=(
    g++ cmake ninja-build pkg-config
    libsdl2-dev libimgui-dev libstb-dev libgdal-dev libproj-dev libglm-dev libgeos-dev libepoxy-dev libglu1-mesa-dev
    libfreetype-dev libharfbuzz-dev libfribidi-dev libutf8proc-dev libpng-dev libcairo2-dev
    libtomlplusplus-dev nlohmann-json3-dev libcli11-dev libfmt-dev libexpected-dev
    libgl1-mesa-dri libegl1
)
TEST_PACKAGES=(libgtest-dev libbenchmark-dev xvfb xdotool python3 poppler-utils)

# Installs those of the named packages that are missing.
packages() {
    local missing=() installed p
    installed=" $(dpkg-query -W -f='${Package}:${db:Status-Status} ' "$@" 2>/dev/null || true)"
    for p in "$@"; do
        [[ "$installed" == *" $p:installed "* ]] || missing+=("$p")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    echo "Installing with apt-get: ${missing[*]}"
    local sudo=""
    [ "$(id -u)" -eq 0 ] || sudo=sudo
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build PRESET TARGET [cmake options]: configures when CMake's files or the options changed, then builds quietly.
# Without options an existing configuration is kept as it is.
build() {
    local preset=$1 target=$2 dir=build/$1 files
    shift 2
    files=$(cat CMakeLists.txt CMakePresets.json tests/CMakeLists.txt | cksum)
    if [ "$(cat "$dir/.files" 2>/dev/null)" != "$files" ] ||
       { [ $# -gt 0 ] && [ "$(cat "$dir/.options" 2>/dev/null)" != "$*" ]; }; then
        # shellcheck disable=SC2046 # a list of options
        [ $# -gt 0 ] || set -- $(cat "$dir/.options" 2>/dev/null)
        echo "Configuring $dir"
        mkdir -p "$dir"
        cmake --preset "$preset" "$@" >"$dir/configure.log" 2>&1 || { cat "$dir/configure.log"; return 1; }
        printf '%s' "$files" >"$dir/.files"
        printf '%s' "$*" >"$dir/.options"
    fi
    # No dry run first: with globbed sources ninja -n always wants to configure again.
    echo "Bringing $dir up to date"
    ninja -C "$dir" --quiet "$target" | sed '/^ninja: no work to do/d'
}
