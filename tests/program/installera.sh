#!/usr/bin/env bash
# Ser till att programmen som ges finns på PATH; det som saknas installeras med apt.
set -euo pipefail

declare -A PAKET=(
  [chromium]="chromium fonts-liberation"
  [soffice]="libreoffice-writer-nogui libreoffice-calc-nogui fonts-liberation"
  [pdftotext]="poppler-utils"
  [npm]="npm"
  [strace]="strace"
  [ssh-keygen]="openssh-client"
)

# LibreOffice är ett program i flera paket: kalkylbladen har sin egen del.
finns() {
  command -v "$1" >/dev/null && { [ "$1" != soffice ] || compgen -G "$(dirname "$(readlink -f "$(command -v soffice)")")/libsclo.*" >/dev/null; }
}

saknas=()
for program in "$@"; do
  finns "$program" || saknas+=(${PAKET[$program]})
done
[ ${#saknas[@]} -eq 0 ] && exit 0

som_root=()
if [ "$(id -u)" -ne 0 ]; then
  som_root=(sudo)
fi
if ! command -v apt-get >/dev/null || { [ ${#som_root[@]} -gt 0 ] && ! command -v sudo >/dev/null; }; then
  echo "Det här saknas och går inte att installera härifrån: ${saknas[*]}" >&2
  echo "Installera det som root och kör om: apt-get install ${saknas[*]}" >&2
  exit 1
fi

echo "Installerar ${saknas[*]}"
export DEBIAN_FRONTEND=noninteractive
"${som_root[@]}" apt-get update -qq
"${som_root[@]}" apt-get install -y -qq --no-install-recommends "${saknas[@]}" >/dev/null
