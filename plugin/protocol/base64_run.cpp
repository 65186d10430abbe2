// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base64_run.h"

#include <glib.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/glib_ptr.h"
#include "protocol/limits.h"

namespace wordbrush::protocol {

namespace {

constexpr std::size_t max_padding = 2;

// Encoders cut lines after 64 or 76 characters. What follows a longer one on a
// new line is the model's words.
constexpr std::size_t max_line_characters = 1000;
constexpr std::size_t min_line_characters = 16;

// Multiples of base64_group_bytes: a chunk is never left with room for a part of a group.
constexpr std::size_t min_chunk_bytes = 64 * base64_group_bytes;
constexpr std::size_t max_chunk_bytes = 3 * (std::size_t{1} << 18);

// From here on a run goes on in one chunk with room for any picture. What is not yet
// written there is no memory yet, and the decoded picture needs no second place.
constexpr std::size_t first_whole_bytes = 2 * max_chunk_bytes;
constexpr std::size_t whole_chunk_bytes = max_picture_bytes + max_chunk_bytes;

std::string encoded(const std::vector<Bytes>& chunks, std::size_t bytes) {
  constexpr std::size_t closing_characters = 8;
  std::string text(bytes / base64_group_bytes * base64_group_characters + closing_characters, '\0');
  gint state = 0;
  gint save = 0;
  gsize written = 0;
  for (const Bytes& chunk : chunks) {
    written += g_base64_encode_step(chunk.data(), chunk.size(), FALSE, text.data() + written,
                                    &state, &save);
  }
  text.resize(written);
  return text;
}

void make_url_safe(std::string& text) {
  std::ranges::replace(text, '+', '-');
  std::ranges::replace(text, '/', '_');
}

}  // namespace

std::size_t Base64Run::append_groups(std::string_view text) {
  if (padding_ > 0) return 0;
  const std::size_t completed = complete_group(text);
  if (!tail_.empty()) return 0;
  text.remove_prefix(completed);
  // In blocks: a vector fills with zeros what it grows by.
  constexpr std::size_t block_bytes = 256 * base64_group_bytes;
  std::array<std::uint8_t, block_bytes> block;
  std::size_t read = 0;
  while (text.size() - read >= base64_group_characters) {
    Bytes& chunk = chunk_with_room();
    const std::size_t room = std::min(chunk.capacity() - chunk.size(), block.size());
    const std::string_view next =
        text.substr(read, room / base64_group_bytes * base64_group_characters);
    const std::size_t taken = decode_groups(next, alphabet_, block.data());
    const std::size_t bytes = taken / base64_group_characters * base64_group_bytes;
    chunk.insert(chunk.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(bytes));
    read += taken;
    if (taken < next.size()) break;
  }
  characters_ += read;
  decoded_bytes_ += read / base64_group_characters * base64_group_bytes;
  return completed + read;
}

/// Takes the characters that the open group lacks, where `text` starts with all of
/// them. Returns how many.
std::size_t Base64Run::complete_group(std::string_view text) {
  const std::size_t lacking = base64_group_characters - tail_.size();
  if (tail_.empty() || text.size() < lacking) return 0;
  std::array<char, base64_group_characters> group{};
  std::ranges::copy(text.substr(0, lacking), std::ranges::copy(tail_, group.begin()).out);
  std::array<std::uint8_t, base64_group_bytes> bytes{};
  if (decode_groups({group.data(), group.size()}, alphabet_, bytes.data()) == 0) return 0;
  Bytes& chunk = chunk_with_room();
  chunk.insert(chunk.end(), bytes.begin(), bytes.end());
  tail_.clear();
  characters_ += lacking;
  decoded_bytes_ += base64_group_bytes;
  return lacking;
}

bool Base64Run::append(char character, std::string_view gap) {
  if (character == '=') {
    if (characters_ == 0 || padding_ == max_padding || !gap.empty()) return false;
    ++padding_;
    return true;
  }
  const auto alphabet = alphabet_with(character);
  if (padding_ > 0 || !alphabet || (!gap.empty() && !append_gap(gap))) return false;
  alphabet_ = *alphabet;
  ++characters_;
  tail_.push_back(character);
  if (tail_.size() < base64_group_characters) return true;

  Bytes& chunk = chunk_with_room();
  chunk.resize(chunk.size() + base64_group_bytes);
  decode_groups(tail_, alphabet_, chunk.data() + chunk.size() - base64_group_bytes);
  decoded_bytes_ += base64_group_bytes;
  tail_.clear();
  return true;
}

/// The run's alphabet when `character` follows; nothing where it cannot.
std::optional<Alphabet> Base64Run::alphabet_with(char character) const {
  if (!sextet_of(character)) return std::nullopt;
  if (g_ascii_isalnum(character)) return alphabet_;
  const Alphabet needed =
      character == '+' || character == '/' ? Alphabet::Standard : Alphabet::UrlSafe;
  if (alphabet_ != Alphabet::Letters && alphabet_ != needed) return std::nullopt;
  return needed;
}

/// False where the lines would differ.
bool Base64Run::append_gap(std::string_view gap) {
  const std::size_t line = characters_ - last_gap_at_;
  if (line > max_line_characters) return false;
  if (gaps_ == 0) {
    gap_ = gap;
    first_line_ = line;
  } else if (gap != gap_ || line < min_line_characters || (gaps_ > 1 && line != line_)) {
    return false;
  } else {
    line_ = line;
  }
  ++gaps_;
  last_gap_at_ = characters_;
  return true;
}

void Base64Run::clear() {
  *this = Base64Run();
}

std::string Base64Run::to_text() const {
  std::string characters = encoded(chunks_, decoded_bytes_);
  if (alphabet_ == Alphabet::UrlSafe) make_url_safe(characters);
  characters += tail_;
  if (gaps_ > 0) characters = in_lines(characters);
  return characters.append(padding_, '=');
}

std::string Base64Run::in_lines(const std::string& characters) const {
  std::string lines(characters, 0, first_line_);
  std::size_t at = first_line_;
  for (std::size_t gap = 1; gap < gaps_; ++gap, at += line_)
    lines.append(gap_).append(characters, at, line_);
  return lines.append(gap_).append(characters, at);
}

bool Base64Run::move_into(Base64Decoder& decoder) {
  for (Bytes& chunk : chunks_) {
    if (!decoder.feed_groups(std::exchange(chunk, {}))) return false;
  }
  const std::string rest = std::exchange(tail_, {}) + std::string(padding_, '=');
  clear();
  return decoder.feed(rest);
}

Bytes& Base64Run::chunk_with_room() {
  if (!chunks_.empty() && chunks_.back().size() + base64_group_bytes <= chunks_.back().capacity())
    return chunks_.back();
  Bytes chunk;
  if (decoded_bytes_ < first_whole_bytes) {
    chunk.reserve(std::clamp(decoded_bytes_, min_chunk_bytes, max_chunk_bytes));
  } else {
    chunk.reserve(whole_chunk_bytes);
    for (const Bytes& part : std::exchange(chunks_, {}))
      chunk.insert(chunk.end(), part.begin(), part.end());
  }
  chunks_.push_back(std::move(chunk));
  return chunks_.back();
}

}  // namespace wordbrush::protocol
