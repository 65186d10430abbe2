// SPDX-License-Identifier: GPL-3.0-or-later
// Words with pictures in them, and base64: what is found lies within the words, in
// order; pieces decode to what the whole does, as a plain decoder has it; and what was
// taken out of a text comes back into it letter by letter.
#include <glib.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fuzz_target.h"
#include "protocol/base64.h"
#include "protocol/base64_run.h"
#include "protocol/data_url.h"
#include "protocol/run_store.h"
#include "protocol/text_pictures.h"
#include "protocol/words.h"

using wordbrush::Bytes;
using wordbrush::protocol::Alphabet;
using wordbrush::protocol::Base64Decoder;
using wordbrush::protocol::Base64Run;
using wordbrush::protocol::RunStore;
using wordbrush::protocol::TextPicture;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_within(std::string_view part, std::string_view whole) {
  return part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size();
}

/// Base64 read a character at a time, the slow and obvious way.
std::optional<Bytes> plainly_decoded(std::string_view text) {
  constexpr unsigned sextet_bits = 6;
  constexpr unsigned byte_bits = 8;
  Bytes bytes;
  std::uint32_t bits = 0;
  unsigned held = 0;
  std::size_t sextets = 0;
  bool is_padded = false;
  for (const char character : text) {
    if (g_ascii_isspace(character)) continue;
    is_padded |= character == '=';
    if (character == '=') continue;
    const auto sextet = wordbrush::protocol::sextet_of(character);
    if (!sextet || is_padded) return std::nullopt;
    bits = bits << sextet_bits | *sextet;
    held += sextet_bits;
    ++sextets;
    if (held < byte_bits) continue;
    held -= byte_bits;
    bytes.push_back(std::uint8_t(bits >> held));
  }
  const bool misses_bits = sextets % 4 == 1;
  if (misses_bits || bytes.empty()) return std::nullopt;
  return bytes;
}

std::optional<Bytes> decoded_in_pieces(std::string_view text, std::size_t cut) {
  Base64Decoder decoder;
  if (!decoder.feed(text.substr(0, cut)) || !decoder.feed(text.substr(cut))) return std::nullopt;
  return std::move(decoder).finish();
}

void check_base64(std::string_view text, std::size_t cut) {
  const auto whole = wordbrush::protocol::decode_base64(text);
  require(whole == plainly_decoded(text));
  require(whole == decoded_in_pieces(text, cut));
}

void check_groups(std::string_view text) {
  Bytes room(text.size() / 4 * 3);
  for (const Alphabet alphabet :
       {Alphabet::Either, Alphabet::Letters, Alphabet::Standard, Alphabet::UrlSafe}) {
    const std::size_t read = wordbrush::protocol::decode_groups(text, alphabet, room.data());
    require(read % 4 == 0 && read <= text.size());
    const auto plain = plainly_decoded(text.substr(0, read));
    require(
        read == 0 ||
        (plain && std::ranges::equal(
                      *plain, Bytes(room.begin(), room.begin() + std::ptrdiff_t(read / 4 * 3)))));
  }
}

void check_data_url(std::string_view text) {
  const auto url = wordbrush::protocol::split_data_url(text);
  if (!url) return;
  require(is_within(url->payload, text) && text.ends_with(url->payload));
  require(url->mime_type == wordbrush::protocol::lower(url->mime_type));
  require(!url->mime_type.contains(';'));
}

/// As much of `text` as a run takes, which is then put back by a mark.
std::string with_mark(std::string_view text, RunStore& store) {
  Base64Run run;
  std::size_t at = 0;
  while (at < text.size()) {
    at += run.append_groups(text.substr(at));
    if (at == text.size() || !run.append(text[at], "")) break;
    ++at;
  }
  require(run.to_text() == text.substr(0, at));
  return store.add(std::move(run)) + std::string(text.substr(at));
}

void check_pictures(std::string_view text, const RunStore& store) {
  std::size_t before = 0;
  for (const TextPicture& picture : wordbrush::protocol::find_pictures(text, store)) {
    require(before <= picture.start && picture.start < picture.end && picture.end <= text.size());
    require(is_within(picture.source, text.substr(picture.start, picture.end - picture.start)));
    before = picture.end;
  }
  require(wordbrush::protocol::unfinished_start(text) <= text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::size_t cut = data[0] % (text.size() + 1);
  check_base64(text, cut);
  check_groups(text);
  check_data_url(text);

  RunStore store;
  check_pictures(text, store);
  // The same words with their end taken out of them.
  const std::string marked = std::string(text.substr(0, cut)) + with_mark(text.substr(cut), store);
  check_pictures(marked, store);
  require(store.restored(marked) == text);
  require(store.take_payload(marked) == plainly_decoded(text));
  return 0;
}
