// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/payload_sieve.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>

#include "protocol/limits.h"

namespace wordbrush::protocol {

namespace {

// What lines of base64 are separated by at most: CR LF and an indent.
constexpr std::size_t max_gap_characters = 4;

constexpr std::size_t unicode_escape_bytes = 6;

// Stands for any character that is neither base64 nor white space.
constexpr char other_character = '\0';

/// The character that a whole escape stands for, as far as a run is concerned.
char unescaped(std::string_view escape) {
  switch (escape[1]) {
    case '/':
      return '/';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'u':
      break;
    default:
      return other_character;
  }
  constexpr int hexadecimal = 16;
  constexpr unsigned first_non_ascii = 0x80;
  unsigned code = 0;
  std::from_chars(escape.data() + 2, escape.data() + escape.size(), code, hexadecimal);
  const bool is_whole = escape.size() == unicode_escape_bytes;
  return is_whole && code < first_non_ascii ? char(code) : other_character;
}

// A slash as some services write it in JSON.
constexpr std::string_view escaped_slash = "\\/";

constexpr std::size_t plain_block_characters = 4096;

/// Puts the start of `bytes` into `plain`, with its slashes and up to another escape.
/// Returns how many characters.
std::size_t unescape_slashes(std::string_view bytes, std::span<char> plain) {
  std::size_t filled = 0;
  while (filled < plain.size()) {
    const std::string_view part = bytes.substr(0, bytes.find('\\'));
    filled += part.copy(plain.data() + filled, plain.size() - filled);
    bytes.remove_prefix(part.size());
    if (filled == plain.size() || !bytes.starts_with(escaped_slash)) break;
    plain[filled++] = '/';
    bytes.remove_prefix(escaped_slash.size());
  }
  return filled;
}

/// How many bytes the first `characters` are that unescape_slashes() gave.
std::size_t escaped_length(std::string_view bytes, std::size_t characters) {
  std::size_t length = 0;
  while (characters > 0) {
    const std::size_t part = std::min(bytes.substr(length).find('\\'), characters);
    length += part;
    characters -= part;
    if (characters == 0) break;
    length += escaped_slash.size();
    --characters;
  }
  return length;
}

}  // namespace

Result<void> PayloadSieve::feed(std::string_view bytes, std::string& text) {
  while (!bytes.empty()) {
    const std::size_t taken =
        in_string_ ? take_in_string(bytes, text) : skip_to_string(bytes, text);
    bytes.remove_prefix(taken);
    if (run_.decoded_bytes() > max_picture_bytes)
      return fail(ErrorKind::Protocol, _("A picture in the answer is too large."));
  }
  return {};
}

void PayloadSieve::finish(std::string& text) {
  end_run(text);
  text += std::exchange(escape_, {});
}

std::size_t PayloadSieve::skip_to_string(std::string_view bytes, std::string& text) {
  const std::size_t quote = bytes.find('"');
  in_string_ = quote != std::string_view::npos;
  const std::size_t taken = in_string_ ? quote + 1 : bytes.size();
  text += bytes.substr(0, taken);
  return taken;
}

std::size_t PayloadSieve::take_in_string(std::string_view bytes, std::string& text) {
  if (const std::size_t passed = pass_short_string(bytes, text); passed > 0) return passed;
  if (const std::size_t passed = pass_others(bytes, text); passed > 0) return passed;
  // The one line that a picture's bytes go through.
  if (const std::size_t taken = take_groups(bytes); taken > 0) return taken;
  const char byte = bytes.front();
  if (!escape_.empty()) return take_escape(byte, text) ? 1 : 0;
  if (byte == '\\') {
    escape_ = "\\";
  } else if (byte == '"' || is_line_end(byte)) {
    end_run(text);
    text.push_back(byte);
    in_string_ = false;
  } else {
    take_character(byte, bytes.substr(0, 1), text);
  }
  return 1;
}

/// Lets a string pass that ends before it can hold a run. Returns how many bytes, without
/// what ends it.
std::size_t PayloadSieve::pass_short_string(std::string_view bytes, std::string& text) const {
  if (!run_.empty() || !escape_.empty()) return 0;
  const std::string_view near = bytes.substr(0, min_run_characters);
  const std::string_view string = near.substr(0, near.find('"'));
  if (string.size() == near.size()) return 0;
  for (const char other : {'\\', '\n', '\r'})
    if (string.contains(other)) return 0;
  text += string;
  return string.size();
}

/// Lets what can begin no run pass in one go. Returns how many bytes.
std::size_t PayloadSieve::pass_others(std::string_view bytes, std::string& text) const {
  if (!run_.empty() || !escape_.empty()) return 0;
  const auto matters = [](char c) {
    return sextet_of(c) || c == '"' || c == '\\' || c == '\n' || c == '\r';
  };
  const auto others = bytes.substr(
      0, static_cast<std::size_t>(std::ranges::find_if(bytes, matters) - bytes.begin()));
  text += others;
  return others.size();
}

/// Takes what goes on with the run in one go: no more than its raw text may hold while
/// it is short. Returns how many bytes.
std::size_t PayloadSieve::take_groups(std::string_view bytes) {
  if (!escape_.empty() || !gap_.empty()) return 0;
  const bool is_short = run_.characters() < min_run_characters;
  if (!is_short) {
    const std::size_t plain = run_.append_groups(bytes);
    return plain > 0 ? plain : take_escaped_slashes(bytes);
  }
  const std::size_t taken = run_.append_groups(bytes.substr(0, min_run_characters));
  run_raw_ += bytes.substr(0, taken);
  if (run_.characters() >= min_run_characters) run_raw_.clear();
  return taken;
}

/// The same for a run whose slashes are escaped, one character in 64: a block at a
/// time without them.
std::size_t PayloadSieve::take_escaped_slashes(std::string_view bytes) {
  constexpr std::size_t max_lead_characters = 5;
  if (!bytes.substr(0, max_lead_characters).contains(escaped_slash)) return 0;
  std::array<char, plain_block_characters> plain;
  const std::size_t read = run_.append_groups({plain.data(), unescape_slashes(bytes, plain)});
  return escaped_length(bytes, read);
}

/// False where the escape ends before `byte`.
bool PayloadSieve::take_escape(char byte, std::string& text) {
  const bool is_unicode = escape_.size() > 1;
  const bool belongs = is_unicode ? bool(g_ascii_isxdigit(byte)) : !is_line_end(byte);
  if (belongs) escape_.push_back(byte);
  const std::size_t whole = escape_.size() > 1 && escape_[1] == 'u' ? unicode_escape_bytes : 2;
  if (belongs && escape_.size() < whole) return true;
  const std::string raw = std::exchange(escape_, {});
  take_character(raw.size() == whole ? unescaped(raw) : other_character, raw, text);
  return belongs;
}

void PayloadSieve::take_character(char character, std::string_view raw, std::string& text) {
  if (g_ascii_isspace(character) && !run_.empty() && gap_.size() < max_gap_characters) {
    gap_.push_back(character);
    gap_raw_ += raw;
    return;
  }
  if (extend_run(character, raw)) return;
  end_run(text);
  if (!extend_run(character, raw)) text += raw;
}

/// False where `character` does not go on with the run.
bool PayloadSieve::extend_run(char character, std::string_view raw) {
  if (!run_.append(character, gap_)) return false;
  if (run_.characters() < min_run_characters) {
    run_raw_.append(gap_raw_).append(raw);
  } else {
    run_raw_.clear();
  }
  gap_.clear();
  gap_raw_.clear();
  return true;
}

void PayloadSieve::end_run(std::string& text) {
  if (run_.empty()) return;
  const bool is_long = run_.characters() >= min_run_characters;
  if (is_long) {
    text += store_->add(std::exchange(run_, {}));
  } else {
    text += run_raw_;
    run_.clear();
  }
  run_raw_.clear();
  text += std::exchange(gap_raw_, {});
  gap_.clear();
}

bool PayloadSieve::is_line_end(char byte) const {
  return line_end_ == LineEnd::EndsString && (byte == '\n' || byte == '\r');
}

}  // namespace wordbrush::protocol
