#!/bin/sh
# Cuts the fonts of the first paint out of the whole ones: the letters of English and the signs that the faces write
# themselves, only the weights in use. Everything else still comes from the whole fonts when a page shows it.
# Needs fonttools: pip install fonttools brotli
set -eu
cd "$(dirname "$0")/.."
whole=node_modules/@fontsource-variable
own=packages/ui/src/fonts
letters=U+20-7E,U+A0,U+A3,U+A9,U+AB,U+B0,U+B7,U+BB,U+BD,U+D7,U+2013,U+2014,U+2018-201A,U+201C,U+201D,U+2022,U+2026,U+20AC,U+2212
features=kern,tnum,ccmp,mark,mkmk,locl
half=$(mktemp -d)
trap 'rm -r "$half"' EXIT
cut() {
  fonttools varLib.instancer -q "$whole/$1-latin-wght-normal.woff2" "wght=$2" -o "$half/$3.ttf"
  fonttools subset "$half/$3.ttf" --unicodes="$letters" --layout-features="$features" --flavor=woff2 --output-file="$own/$3.woff2"
}
cut inter/files/inter 400:700 inter-first
cut sofia-sans-extra-condensed/files/sofia-sans-extra-condensed 800 sofia-first
