# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154 # project, cache and real_home are set by ./dev
# The build environment of ./dev: the system's own packages where they offer GIMP 3,
# else a Debian root folder in the cache folder, entered by bubblewrap.

recipe=1 # of the root folders; a new number makes them anew
packages=(
  # to build
  g++ meson ninja-build pkgconf gettext libgimp-3.0-dev libsoup-3.0-dev libjson-glib-dev
  libsecret-1-dev libpng-dev libjpeg-dev libwebp-dev libopencv-core-dev libopencv-imgproc-dev
  libopencv-video-dev libgtest-dev
  # to run and to test
  gimp gir1.2-gimp-3.0 python3 python3-gi python3-numpy python3-pil ca-certificates
  glib-networking xvfb xauth openbox dbus dbus-x11 gnome-keyring libsecret-tools at-spi2-core
  python3-pyatspi xdotool imagemagick fonts-dejavu-core fonts-droid-fallback adwaita-icon-theme
)
lint_packages=(clang clang-tidy clang-format libclang-rt-dev shellcheck)


become=''      # "exec" lets enter() replace this shell
private_tmp='' # "yes" gives enter() a /tmp of its own
screen=''      # "yes" gives enter() the user's screen and session

# --- Saying what goes on

say() { printf '%s\n' "$*" >&2; }

die() {
  say "dev: $*"
  exit 1
}

life=
trap '[[ -z $life ]] || kill "$life" 2>/dev/null' EXIT

# Shows how long a step has been going on, and the last line of its log.
show_life() { # LOG
  local begin=$SECONDS
  while sleep 1; do
    printf '\r\e[K  %d s  %.68s' $((SECONDS - begin)) "$(tail -n 1 "$1" | tr -cd '[:print:]')" >&2
  done
}

# Runs a long step with its output in a log.
step() { # LOG TITLE COMMAND...
  local log=$1 title=$2 status=0
  shift 2
  mkdir -p "$(dirname "$log")" && : >"$log" || die "$(dirname "$log") cannot be written to."
  say "$title"
  if [[ -t 2 && -z $life ]]; then
    show_life "$log" &
    life=$!
  fi
  "$@" >>"$log" 2>&1 </dev/null || status=$?
  if [[ -n $life ]]; then
    kill "$life" 2>/dev/null
    wait "$life" 2>/dev/null
    life=
    printf '\r\e[K' >&2
  fi
  return "$status"
}

# Why a step with packages failed, in one sentence, judged by its log.
reason_in() { # LOG
  if grep -qE 'No space left' "$1"; then
    echo "the disk is full"
  elif grep -qiE 'could not resolve|temporary failure|unable to connect|could not connect|connection (failed|timed out|refused)|network is unreachable|failed to fetch' "$1"; then
    echo "the Debian mirror cannot be reached; is there a network?"
  elif grep -qiE 'permission denied|operation not permitted|are you root' "$1"; then
    echo "this machine does not allow it"
  else
    echo "see its last lines: $(grep -E '^(E|Err|error):?' -i "$1" | tail -n 1)"
  fi
}

# --- The system's packages

become_root() { # WHY
  [[ $UID -eq 0 ]] && return
  command -v sudo >/dev/null || die "To $1, root rights are needed once, and there is no sudo."
  sudo -n true 2>/dev/null && return
  say "To $1, root rights are needed once; sudo may ask for your password."
  sudo -v || die "To $1, root rights are needed once, and sudo refused."
}

as_root() {
  if [[ $UID -eq 0 ]]; then "$@"; else sudo -n -- "$@"; fi
}

# Which of these packages the system lacks.
missing() { # PACKAGE...
  local installed
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null)
  printf '%s\n' "$@" | while read -r name; do
    grep -qx "installed $name" <<<"$installed" || echo "$name"
  done
}

candidate() { # PACKAGE
  LC_ALL=C apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: \([0-9]*:\)\?//p' | grep -v none
}

install_packages() { # PACKAGE...
  local names log=$cache/logs/apt.log
  mapfile -t names < <(missing "$@")
  [[ ${#names[@]} -gt 0 ]] || return 0
  command -v apt-get >/dev/null || die "${names[*]} must be installed; only Debian and Ubuntu are known here."
  become_root "install ${#names[@]} packages (${names[*]:0:3}${names[3]:+ ...})"
  candidate "${names[0]}" >/dev/null || step "$log" "Reading the list of packages..." as_root apt-get update
  step "$log" "Installing ${#names[@]} packages with apt-get..." as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "${names[@]}" ||
    die "Packages could not be installed: $(reason_in "$log") (log: $log)"
}

# The GIMP that the system's packages offer: 3.0, 3.2 or nothing.
system_gimp() {
  local version
  if ! command -v apt-cache >/dev/null; then
    version=$(pkg-config --modversion gimp-3.0 2>/dev/null)
  else
    # A fresh container has no list of packages yet.
    if ! candidate libc6 >/dev/null; then
      become_root "read the list of packages"
      step "$cache/logs/apt.log" "Reading the list of packages..." as_root apt-get update ||
        die "The list of packages could not be read: $(reason_in "$cache/logs/apt.log")"
    fi
    version=$(candidate libgimp-3.0-dev)
  fi
  [[ $version =~ ^3\.[0-9]+ ]] && echo "${BASH_REMATCH[0]}"
}

# --- The root folder

suite() { if [[ $gimp == 3.2 ]]; then echo testing; else echo trixie; fi; }

remove_tree() { # FOLDER
  [[ -e $1 ]] || return 0
  if [[ -O $1 ]]; then
    chmod -R u+w "$1" 2>/dev/null
    rm -rf --one-file-system "$1"
  else
    become_root "remove $1" && as_root rm -rf --one-file-system "$1"
  fi
}

# A root is whole when its stamp, written last, is there and its main programs start.
is_whole() { # ROOT
  [[ -f $1/.whole ]] && root=$1 enter sh -c 'gimp-console --version && g++ --version && meson --version &&
    pkg-config --exists gimpui-3.0 libsoup-3.0 libsecret-1 && python3 -c "import gi, numpy, PIL"' >/dev/null 2>&1
}

run_mmdebstrap() { # FOLDER LIST
  as_root mmdebstrap --variant=minbase --mode=root --aptopt='APT::Install-Recommends "false"' \
    --aptopt='Acquire::Check-Valid-Until "false"' --aptopt='Acquire::Retries "3"' \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --include="$2" "$(suite)" "$1" &&
    as_root chown -R --no-dereference "$UID:$(id -g)" "$1"
}

make_root() { # ROOT PACKAGE...
  local new=$1.new log free list
  log=$cache/logs/root-$(suite).log
  list=$(IFS=, && echo "${*:2}")
  free=$(df --output=avail -k "$cache/roots" | tail -n 1)
  ((free > 6000000)) || { say "dev: $cache needs 6 GB of free disk, and $((free / 1000000)) GB are left." && return 1; }
  remove_tree "$new"
  step "$log" "Making a Debian root folder with GIMP $gimp, once; this takes 1 to 3 minutes..." \
    run_mmdebstrap "$new" "$list" ||
    { say "dev: The Debian root folder could not be made: $(reason_in "$log") (log: $log)" && return 1; }
  # They are mount points for the system's own files.
  rm -f "$new/etc/resolv.conf" "$new/etc/hosts" "$new/etc/machine-id"
  touch "$new/etc/resolv.conf" "$new/etc/hosts"
  tr -d - </proc/sys/kernel/random/uuid >"$new/etc/machine-id"
  date >"$new/.whole"
  is_whole "$new" || { say "dev: The Debian root folder does not work: its GIMP does not start (log: $log)" && return 1; }
  mv -T "$new" "$1"
}

remove_old_roots() { # ROOT
  local other
  for other in "$cache/roots/$(suite)"-*; do
    [[ $other == "$1" || $other == *.lock || ! -d $other ]] && continue
    # A root in use is locked by those inside.
    if flock -n -x "$other" true; then remove_tree "$other"; fi
  done
}

ensure_root() { # ROOT PACKAGE...
  local lock status=0
  mkdir -p "$cache/roots" || die "$cache cannot be written to."
  exec {lock}>"$cache/roots/$(suite).lock"
  flock -n "$lock" || { say "Waiting for another ./dev that makes the same root folder..." && flock "$lock"; }
  if ! is_whole "$1"; then
    install_packages mmdebstrap bubblewrap debian-archive-keyring
    [[ ! -e $1 ]] || say "The root folder $1 is broken; it is made again."
    become_root "make a Debian root folder"
    remove_tree "$1"
    make_root "$@" && remove_old_roots "$1" || status=1
  fi
  exec {lock}>&-
  return "$status"
}

# --- The build environment

# Takes a version of GIMP, and sees to it that its environment is there. Without one: the system's, or 3.0.
use_gimp() { # [VERSION]
  local of_system
  root='' gimp=${1:-${WORDBRUSH_INSIDE:-}}
  if [[ -n ${WORDBRUSH_INSIDE:-} ]]; then
    [[ $gimp == "$WORDBRUSH_INSIDE" ]] || die "Leave this shell first: it is inside the environment of GIMP $WORDBRUSH_INSIDE."
    return
  fi
  of_system=$(system_gimp) || true
  gimp=${gimp:-${of_system:-3.0}}
  if [[ $gimp == "$of_system" ]]; then
    install_packages "${packages[@]}"
    return
  fi
  command -v apt-get >/dev/null || die "GIMP $gimp must be installed with its development files; only Debian and Ubuntu are known here."
  local -a wanted=("${packages[@]}")
  [[ $gimp == 3.2 ]] || wanted+=("${lint_packages[@]}")
  root=$cache/roots/$(suite)-$(sha256sum <<<"$recipe ${wanted[*]}" | cut -c 1-12)
  ensure_root "$root" "${wanted[@]}" || return
  local in_use
  exec {in_use}<"$root" && flock -s "$in_use"
}

# Runs a command in the environment: the root folder's system, this user's files.
enter() { # COMMAND...
  local home=$cache/home
  mkdir -p "$home" || die "$cache cannot be written to."
  local -a settings=(
    -u XDG_CONFIG_HOME -u XDG_DATA_HOME -u XDG_CACHE_HOME -u XDG_STATE_HOME
    HOME="$home" LC_ALL="${LC_ALL:-C.UTF-8}" XAUTHORITY="${XAUTHORITY:-$real_home/.Xauthority}"
    WORDBRUSH_CACHE="$cache" WORDBRUSH_INSIDE="$gimp" WORDBRUSH_ROOT="$root"
  )
  if [[ -z $root ]]; then
    $become env "${settings[@]}" "$@"
    return
  fi
  local folder=$project entry users groups
  local -a mounts=(
    --ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc --symlink usr/bin /bin --symlink usr/sbin /sbin
    --symlink usr/lib /lib --symlink usr/lib64 /lib64 --dev /dev --proc /proc --tmpfs /run --tmpfs /var/tmp
    --ro-bind "$root/var/cache" /var/cache --ro-bind "$root/var/lib/dpkg" /var/lib/dpkg
    --ro-bind-try /sys /sys --ro-bind-try "$(readlink -f /etc/resolv.conf)" /etc/resolv.conf --ro-bind-try /etc/hosts /etc/hosts
  )
  for entry in /*; do
    case $entry in
      /bin | /sbin | /lib | /lib32 | /lib64 | /libx32 | /usr | /etc | /var | /dev | /proc | /sys | /run | /boot | /lost+found) ;;
      /tmp) if [[ -n $private_tmp ]]; then mounts+=(--tmpfs /tmp); else mounts+=(--bind /tmp /tmp); fi ;;
      *) if [[ -L $entry ]]; then mounts+=(--symlink "$(readlink "$entry")" "$entry"); elif [[ -d $entry ]]; then mounts+=(--bind-try "$entry" "$entry"); fi ;;
    esac
    [[ $PWD/ != "$entry"/* || $entry =~ ^/(usr|etc|var|dev|proc|sys|run|boot)$ ]] || folder=$PWD
  done
  mounts+=(--bind "$cache" "$cache" --bind "$project" "$project")
  [[ $PWD/ != "$project"/* ]] || folder=$PWD
  [[ -z ${screen:-} || ! -d ${XDG_RUNTIME_DIR:-} ]] || mounts+=(--bind "$XDG_RUNTIME_DIR" "$XDG_RUNTIME_DIR")
  exec {users}< <(cat "$root/etc/passwd" && getent passwd "$UID")
  exec {groups}< <(cat "$root/etc/group" && getent group "$(id -g)")
  mounts+=(--ro-bind-data "$users" /etc/passwd --ro-bind-data "$groups" /etc/group)
  $become env "${settings[@]}" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    bwrap "${mounts[@]}" --unshare-pid --die-with-parent --chdir "$folder" -- "$@"
}

enter_for_good() { # COMMAND...
  become=exec
  enter "$@"
}
