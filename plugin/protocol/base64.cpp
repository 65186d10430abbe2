// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/base64.h"

#include <glib.h>

#include <array>
#include <limits>
#include <span>
#include <utility>

namespace wordbrush::protocol {

namespace {

constexpr unsigned sextet_bits = 6;
constexpr unsigned byte_bits = 8;
constexpr std::uint32_t byte_mask = 0xFF;
constexpr std::uint8_t no_sextet = 0xFF;

constexpr std::size_t character_count = std::numeric_limits<unsigned char>::max() + 1;

constexpr std::array<std::uint8_t, character_count> make_sextets() {
  std::array<std::uint8_t, character_count> table{};
  table.fill(no_sextet);
  constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::uint8_t value = 0;
  for (const char character : alphabet) table[static_cast<unsigned char>(character)] = value++;
  table['-'] = table['+'];
  table['_'] = table['/'];
  return table;
}

constexpr auto sextets = make_sextets();

// A sextet moved to each of its four places in a group. What is no sextet sets
// bits above the group's 24, so that one test finds it in any place.
using PlacedSextets =
    std::array<std::array<std::uint32_t, character_count>, base64_group_characters>;

constexpr std::uint32_t not_a_group = 0xFF000000;

constexpr PlacedSextets make_placed_sextets(std::string_view without) {
  PlacedSextets tables{};
  for (std::size_t place = 0; place < base64_group_characters; ++place) {
    for (std::size_t character = 0; character < character_count; ++character) {
      const std::uint32_t sextet = sextets[character];
      const bool is_left_out =
          sextet == no_sextet || without.contains(static_cast<char>(character));
      tables[place][character] =
          is_left_out ? not_a_group
                      : sextet << (sextet_bits * (base64_group_characters - 1 - place));
    }
  }
  return tables;
}

// In the order of Alphabet.
constexpr std::array<PlacedSextets, 4> placed_sextets = {
    make_placed_sextets(""), make_placed_sextets("+/-_"), make_placed_sextets("-_"),
    make_placed_sextets("+/")};

std::uint32_t group_at(const char* text, const PlacedSextets& tables) {
  const auto* const characters = reinterpret_cast<const unsigned char*>(text);
  return tables[0][characters[0]] | tables[1][characters[1]] | tables[2][characters[2]] |
         tables[3][characters[3]];
}

}  // namespace

std::optional<std::uint8_t> sextet_of(char character) {
  const std::uint8_t sextet = sextets[static_cast<unsigned char>(character)];
  if (sextet == no_sextet) return std::nullopt;
  return sextet;
}

std::size_t count_base64(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && sextets[static_cast<unsigned char>(text[count])] != no_sextet)
    ++count;
  return count;
}

std::size_t decode_groups(std::string_view text, Alphabet alphabet, std::uint8_t* out) {
  const PlacedSextets& tables = placed_sextets[std::to_underlying(alphabet)];
  std::size_t at = 0;
  for (; at + base64_group_characters <= text.size(); at += base64_group_characters) {
    const std::uint32_t group = group_at(text.data() + at, tables);
    if ((group & not_a_group) != 0) break;
    out[0] = std::uint8_t(group >> (2 * byte_bits));
    out[1] = std::uint8_t((group >> byte_bits) & byte_mask);
    out[2] = std::uint8_t(group & byte_mask);
    out += base64_group_bytes;
  }
  return at;
}

bool Base64Decoder::feed(std::string_view text) {
  while (!text.empty()) {
    if (in_group_ == 0 && !padded_) {
      const std::size_t before = bytes_.size();
      bytes_.resize(before + text.size() / base64_group_characters * base64_group_bytes);
      const std::size_t read = decode_groups(text, Alphabet::Either, bytes_.data() + before);
      bytes_.resize(before + read / base64_group_characters * base64_group_bytes);
      text.remove_prefix(read);
      if (text.empty()) break;
    }
    if (!take(text.front())) return false;
    text.remove_prefix(1);
  }
  return true;
}

bool Base64Decoder::feed_groups(Bytes bytes) {
  if (padded_) return bytes.empty();
  if (in_group_ == 0 && bytes_.empty() && bytes_.capacity() < bytes.capacity()) {
    bytes_ = std::move(bytes);
    return true;
  }
  if (in_group_ == 0) {
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    return true;
  }
  // The open group's bits stand before each group of the bytes.
  const std::size_t open_bits = sextet_bits * in_group_;
  const std::uint64_t open_mask = (std::uint64_t{1} << open_bits) - 1;
  bytes_.reserve(bytes_.size() + bytes.size());
  std::uint64_t open = group_;
  for (std::size_t at = 0; at + base64_group_bytes <= bytes.size(); at += base64_group_bytes) {
    for (const std::uint8_t byte : std::span(bytes).subspan(at, base64_group_bytes))
      open = open << byte_bits | byte;
    const std::uint64_t group = open >> open_bits;
    bytes_.push_back(std::uint8_t(group >> (2 * byte_bits)));
    bytes_.push_back(std::uint8_t((group >> byte_bits) & byte_mask));
    bytes_.push_back(std::uint8_t(group & byte_mask));
    open &= open_mask;
  }
  group_ = std::uint32_t(open);
  return true;
}

std::optional<Bytes> Base64Decoder::finish() && {
  if (in_group_ == 1) return std::nullopt;
  const std::size_t rest = in_group_ == 0 ? 0 : in_group_ - 1;
  for (std::size_t i = 0; i < rest; ++i) {
    const std::size_t spare_bits = sextet_bits * in_group_ - byte_bits * (i + 1);
    bytes_.push_back(std::uint8_t((group_ >> spare_bits) & byte_mask));
  }
  if (bytes_.empty()) return std::nullopt;
  return std::move(bytes_);
}

bool Base64Decoder::take(char character) {
  if (g_ascii_isspace(character)) return true;
  if (character == '=') {
    padded_ = true;
    return true;
  }
  const auto sextet = sextet_of(character);
  if (!sextet || padded_) return false;
  take_sextet(*sextet);
  return true;
}

void Base64Decoder::take_sextet(std::uint8_t sextet) {
  group_ = group_ << sextet_bits | sextet;
  if (++in_group_ < base64_group_characters) return;
  bytes_.push_back(std::uint8_t(group_ >> (2 * byte_bits)));
  bytes_.push_back(std::uint8_t((group_ >> byte_bits) & byte_mask));
  bytes_.push_back(std::uint8_t(group_ & byte_mask));
  group_ = 0;
  in_group_ = 0;
}

std::optional<Bytes> decode_base64(std::string_view text) {
  Base64Decoder decoder;
  if (!decoder.feed(text)) return std::nullopt;
  return std::move(decoder).finish();
}

}  // namespace wordbrush::protocol
