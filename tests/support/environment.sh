# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154 # project, cache and real_home are set by ./dev
# The build environment of ./dev: the system's own packages where they offer GIMP 3,
# else a Debian root folder in the cache folder, entered by bubblewrap.

recipe=3 # of the root folders; a new number makes them anew
packages=(
  # to build
  build-essential meson ninja-build pkgconf gettext libgimp-3.0-dev libsoup-3.0-dev libjson-glib-dev
  libsecret-1-dev libpng-dev libjpeg-dev libwebp-dev libopencv-core-dev libopencv-imgproc-dev
  libgspell-1-dev libgtest-dev
  # to run and to test
  gimp gir1.2-gimp-3.0 python3 python3-gi python3-numpy python3-pil ca-certificates
  glib-networking xvfb xauth openbox dbus dbus-x11 gnome-keyring libsecret-tools at-spi2-core
  python3-pyatspi xdotool imagemagick fonts-dejavu-core fonts-droid-fallback adwaita-icon-theme
  locales hunspell-en-us
  # to package
  appstream debhelper patchelf xz-utils
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
trap '[[ -z $life ]] || kill "$life" 2>/dev/null; wait' EXIT

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
  if ! { mkdir -p "${log%/*}" && : >"$log"; }; then die "${log%/*} cannot be written to."; fi
  say "$title"
  if [[ -t 2 && -z ${background:-} ]]; then
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

# Why a step with packages failed, judged by its log.
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

locked() { # NAME COMMAND...
  local lock status=0
  if ! { mkdir -p "$cache" && exec {lock}>"$cache/$1.lock"; } 2>/dev/null; then die "$cache cannot be written to."; fi
  flock -n "$lock" || { say "Waiting for another ./dev to finish the same..." && flock "$lock"; }
  "${@:2}" || status=$?
  exec {lock}>&-
  return "$status"
}

become_root() { # WHY
  [[ $UID -eq 0 ]] && return
  command -v sudo >/dev/null || die "To $1, root rights are needed once, and there is no sudo."
  sudo -n true 2>/dev/null && return
  say "To $1, root rights are needed once; sudo asks for your password."
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

apt_step() { # TITLE ARGUMENT...
  step "$cache/logs/apt.log" "$1" as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=300 "${@:2}"
}

install_missing() { # PACKAGE...
  local names
  mapfile -t names < <(missing "$@")
  [[ ${#names[@]} -gt 0 ]] || return 0
  become_root "install packages (${names[*]:0:3}${names[3]:+ and $((${#names[@]} - 3)) more})"
  local -a install=("Installing ${#names[@]} packages with apt-get..." install --no-install-recommends "${names[@]}")
  # A list of packages that is missing or too old is read anew.
  apt_step "${install[@]}" || { apt_step "Reading the list of packages..." update && apt_step "${install[@]}"; } ||
    die "Packages could not be installed: $(reason_in "$cache/logs/apt.log") (log: $cache/logs/apt.log)"
}

# The GIMP that the system's packages offer: 3.0, 3.2 or nothing. It fails where that cannot be found out.
system_gimp() {
  local version
  if ! command -v apt-get >/dev/null; then
    version=$(pkg-config --modversion gimp-3.0 2>/dev/null)
  else
    # A fresh container has no list of packages yet.
    if ! compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null; then
      become_root "read the list of packages"
      locked apt apt_step "Reading the list of packages..." update ||
        die "The list of packages could not be read: $(reason_in "$cache/logs/apt.log") (log: $cache/logs/apt.log)"
    fi
    version=$(LC_ALL=C apt-cache policy libgimp-3.0-dev | sed -n 's/^ *Candidate: \([0-9]*:\)\?//p')
  fi
  if [[ $version =~ ^3\.[0-9]+ ]]; then echo "${BASH_REMATCH[0]}"; fi
}

# --- The root folder

suite() { if [[ $gimp == 3.2 ]]; then echo testing; else echo trixie; fi; }

remove_tree() { # FOLDER
  rm -rf --one-file-system "$1" 2>/dev/null && return
  # It broke off before it was given to this user.
  become_root "remove $1"
  as_root rm -rf --one-file-system "$1"
}

# A root is whole when its stamp, written last, is there, no folder changed since, and its main programs start.
is_whole() { # ROOT
  [[ -f $1/.whole && -z $(find "$1/usr" "$1/etc" -type d -newer "$1/.whole" -print -quit 2>&1) ]] &&
    root=$1 enter sh -c 'gimp-console --version && g++ --version && meson --version && python3 -c "import gi"' >/dev/null 2>&1
}

run_mmdebstrap() { # FOLDER PACKAGES
  # In a mount namespace of its own nothing stays mounted, even if it is killed.
  as_root unshare --mount mmdebstrap --variant=minbase --mode=root --aptopt='APT::Install-Recommends "false"' \
    --aptopt='Acquire::Check-Valid-Until "false"' --aptopt='Acquire::Retries "3"' \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --customize-hook='chroot "$1" localedef -i en_US -f UTF-8 en_US.UTF-8' --include="$2" "$(suite)" "$1" &&
    as_root chown -R --no-dereference "$UID:$(id -g)" "$1"
}

no_root() { # WHY
  say "dev: The root folder for GIMP $gimp could not be made: $1"
  return 1
}

make_root() { # ROOT PACKAGES
  local new=$1.new log free
  log=$cache/logs/root-$(suite).log
  free=$(df --output=avail -k "$cache" | tail -n 1)
  ((free > 6000000)) || no_root "it needs 6 GB of disk, and $cache has $((free / 1000000)) GB left." || return
  become_root "make a Debian root folder"
  remove_tree "$new"
  step "$log" "Making a Debian root folder with GIMP $gimp, once; this takes 1 to 4 minutes..." run_mmdebstrap "$new" "$2" ||
    no_root "$(reason_in "$log") (log: $log)" || return
  # Those of the system are mounted over them.
  rm -f "$new/etc/resolv.conf" "$new/etc/hosts" && touch "$new/etc/resolv.conf" "$new/etc/hosts"
  tr -d - </proc/sys/kernel/random/uuid >"$new/etc/machine-id"
  getent passwd "$UID" >>"$new/etc/passwd"
  getent group "$(id -g)" >>"$new/etc/group"
  date >"$new/.whole"
  is_whole "$new" || no_root "its programs do not start (log: $log)" || return
  mv -T "$new" "$1"
}

remove_other_roots() { # ROOT
  local other
  for other in "$cache/roots/$(suite)"-*; do
    # Those inside a root hold a lock on it.
    if [[ $other != "$1" ]] && flock -n -x "$other" true; then remove_tree "$other"; fi
  done
}

ensure_root() { # ROOT PACKAGES
  is_whole "$1" && return
  [[ ! -e $1 ]] || say "The root folder $1 is broken; it is made again."
  remove_tree "$1"
  make_root "$@" && remove_other_roots "$1"
}

# --- The build environment

# Some systems keep ordinary users from entering a root folder.
choose_entrance() {
  entrance=(bwrap)
  bwrap --dev-bind / / --unshare-pid --proc /proc true 2>/dev/null && return
  [[ $UID -ne 0 ]] || die "bubblewrap cannot start here: $(bwrap --dev-bind / / --unshare-pid --proc /proc true 2>&1)"
  become_root "enter the build environment"
  entrance=(sudo -n -E -- bwrap)
}

# Takes a version of GIMP, and sees to it that its environment is there. Without one: the system's, or 3.0.
use_gimp() { # [VERSION]
  local of_system in_use
  root='' gimp=${1:-${WORDBRUSH_INSIDE:-}}
  if [[ -n ${WORDBRUSH_INSIDE:-} ]]; then
    [[ $gimp == "$WORDBRUSH_INSIDE" ]] || die "Leave this shell first: it is inside the environment of GIMP $WORDBRUSH_INSIDE."
    return 0
  fi
  of_system=$(system_gimp) || exit
  gimp=${gimp:-${of_system:-3.0}}
  command -v apt-get >/dev/null || [[ $gimp == "$of_system" ]] ||
    die "GIMP $gimp must be installed with its development files; only Debian and Ubuntu are set up by themselves."
  local -a wanted=("${packages[@]}")
  if [[ $gimp == "$of_system" ]]; then
    ! command -v apt-get >/dev/null || locked apt install_missing "${wanted[@]}"
    return
  fi
  [[ $gimp == 3.2 ]] || wanted+=("${lint_packages[@]}")
  locked apt install_missing mmdebstrap bubblewrap debian-archive-keyring
  choose_entrance
  mkdir -p "$cache/roots" || die "$cache cannot be written to."
  wanted=("$(IFS=, && echo "${wanted[*]}")")
  root=$cache/roots/$(suite)-$(sha256sum <<<"$recipe ${wanted[*]}" | cut -c 1-12)
  locked "$(suite)" ensure_root "$root" "${wanted[@]}" && exec {in_use}<"$root" && flock -s "$in_use"
}

# The mounts of the root folder's system, with the folders of this machine that are no part of a system.
list_mounts() {
  local entry
  mounts=(
    --ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc --symlink usr/bin /bin --symlink usr/sbin /sbin
    --symlink usr/lib /lib --symlink usr/lib64 /lib64 --dev /dev --proc /proc --ro-bind-try /sys /sys
    --ro-bind-try "$(readlink -f /etc/resolv.conf)" /etc/resolv.conf --ro-bind-try /etc/hosts /etc/hosts
    --tmpfs /run --tmpfs /var/tmp --ro-bind "$root/var/cache" /var/cache --ro-bind "$root/var/lib/dpkg" /var/lib/dpkg
  )
  for entry in /*; do
    if [[ $entry =~ ^/(bin|sbin|lib|lib32|lib64|libx32|usr|etc|var|dev|proc|sys|run|boot|lost\+found)$ ]]; then
      continue
    elif [[ -L $entry ]]; then
      mounts+=(--symlink "$(readlink "$entry")" "$entry")
    elif [[ -d $entry ]]; then
      mounts+=(--bind-try "$entry" "$entry")
    fi
  done
  [[ -z $private_tmp ]] || mounts+=(--tmpfs /tmp)
  [[ -z $screen || ! -d ${XDG_RUNTIME_DIR:-} ]] || mounts+=(--bind "$XDG_RUNTIME_DIR" "$XDG_RUNTIME_DIR")
  mounts+=(--bind "$cache" "$cache" --bind "$project" "$project")
}

# Runs a command in the environment: the root folder's system, this user's files, a home of its own.
enter() { # COMMAND...
  local home=$cache/home folder=$project
  mkdir -p "$home" || die "$cache cannot be written to."
  local -a mounts settings=(
    env -u XDG_CONFIG_HOME -u XDG_DATA_HOME -u XDG_CACHE_HOME -u XDG_STATE_HOME
    HOME="$home" LC_ALL="${LC_ALL:-C.UTF-8}" XAUTHORITY="${XAUTHORITY:-$real_home/.Xauthority}"
    WORDBRUSH_CACHE="$cache" WORDBRUSH_INSIDE="$gimp" WORDBRUSH_ROOT="${root:-${WORDBRUSH_ROOT:-system}}"
  )
  if [[ -z $root ]]; then
    $become "${settings[@]}" "$@"
    return
  fi
  list_mounts
  [[ $PWD =~ ^/((usr|etc|var|dev|proc|sys|run|boot)(/|$)|$) && $PWD/ != "$project"/* ]] || folder=$PWD
  settings+=(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin)
  [[ ${#entrance[@]} -eq 1 ]] || settings=(setpriv --reuid "$UID" --regid "$(id -g)" --clear-groups "${settings[@]}")
  $become "${entrance[@]}" "${mounts[@]}" --unshare-pid --die-with-parent --chdir "$folder" -- "${settings[@]}" "$@"
}

enter_for_good() { # COMMAND...
  become='exec'
  enter "$@"
}
