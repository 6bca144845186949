#!/bin/sh
# Makes the certificates of these tests anew: one who vouches, a server of news.example, and
# a server that nobody vouches for. They protect nothing.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 \
  -subj "/CN=brief tests" -addext "basicConstraints=critical,CA:TRUE" \
  -addext "keyUsage=critical,keyCertSign,cRLSign" -keyout "$work/ca.key" -out ca.pem
openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes \
  -subj "/CN=news.example" -keyout "$work/news.key" -out "$work/news.csr"
printf '%s\n' "subjectAltName=DNS:news.example" "basicConstraints=critical,CA:FALSE" \
  "subjectKeyIdentifier=hash" "authorityKeyIdentifier=keyid" \
  "extendedKeyUsage=serverAuth" > "$work/news.ext"
openssl x509 -req -in "$work/news.csr" -CA ca.pem -CAkey "$work/ca.key" -days 36500 \
  -extfile "$work/news.ext" -out "$work/news.crt"
cat "$work/news.crt" "$work/news.key" > news.example.pem
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 \
  -subj "/CN=news.example" -addext "subjectAltName=DNS:news.example" \
  -keyout "$work/own.key" -out "$work/own.crt"
cat "$work/own.crt" "$work/own.key" > self-made.pem
