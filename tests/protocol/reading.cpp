// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/reading.h"

#include <glib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>

#include "base/glib_ptr.h"
#include "protocol/reply_reader.h"

namespace wordbrush::protocol {

namespace {

ReplyCase read_case(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  ReplyCase read{.name = path.stem().string()};
  for (std::string line; std::getline(file, line) && !line.empty();) {
    const std::size_t colon = line.find(':');
    const std::size_t value = std::min(colon + 2, line.size());
    read.fields[line.substr(0, colon)] = replaced(line.substr(value), "\\n", "\n");
  }
  read.body.assign(std::istreambuf_iterator<char>(file), {});
  return read;
}

/// `base64` in lines as encoders cut it, escaped as in a JSON string.
std::string in_lines(const std::string& base64) {
  constexpr std::size_t line_characters = 76;
  std::string lines;
  for (std::size_t at = 0; at < base64.size(); at += line_characters)
    lines += (at > 0 ? "\\r\\n" : "") + base64.substr(at, line_characters);
  return lines;
}

std::string in_unicode_escapes(std::string base64) {
  base64 = replaced(std::move(base64), "/", "\\u002F");
  base64 = replaced(std::move(base64), "+", "\\u002b");
  return replaced(std::move(base64), "=", "\\u003D");
}

}  // namespace

void PrintTo(const ReplyCase& c, std::ostream* os) {
  *os << c.name;
}

std::vector<ReplyCase> reply_cases(const char* folder) {
  std::vector<ReplyCase> cases;
  const std::filesystem::path path = std::filesystem::path(REPLIES_DIR) / folder;
  for (const auto& entry : std::filesystem::directory_iterator(path))
    cases.push_back(read_case(entry.path()));
  std::ranges::sort(cases, {}, &ReplyCase::name);
  return cases;
}

Pictures small_pictures() {
  return {to_base64(picture_bytes(20, 1)), to_base64(picture_bytes(21, 2)), "/9j/4AAQSkZJRg=="};
}

Pictures large_pictures() {
  Bytes jpeg = {0xFF, 0xD8, 0xFF, 0xE0};
  const Bytes rest = picture_bytes(1000, 3);
  jpeg.insert(jpeg.end(), rest.begin(), rest.end());
  return {to_base64(picture_bytes(5000, 1)), to_base64(picture_bytes(301, 2)), to_base64(jpeg)};
}

std::string filled(std::string body, const Pictures& pictures) {
  body = replaced(std::move(body), "$A", pictures.a);
  body = replaced(std::move(body), "$B", pictures.b);
  body = replaced(std::move(body), "$J", pictures.j);
  body = replaced(std::move(body), "$E", replaced(pictures.a, "/", "\\/"));
  body = replaced(std::move(body), "$X", in_unicode_escapes(pictures.a));
  body = replaced(std::move(body), "$N", replaced(pictures.a, "=", ""));
  body = replaced(std::move(body), "$U", replaced(replaced(pictures.a, "+", "-"), "/", "_"));
  return replaced(std::move(body), "$L", in_lines(pictures.a));
}

std::string names_of(const Reply& reply, const Pictures& pictures) {
  std::string names;
  for (const ReplyPicture& picture : reply.pictures) {
    if (!names.empty()) names += ' ';
    const std::string base64 = picture.bytes ? to_base64(*picture.bytes) : "";
    if (base64.empty()) {
      names += picture.url;
    } else if (base64 == pictures.a) {
      names += 'A';
    } else if (base64 == pictures.b) {
      names += 'B';
    } else {
      names += base64 == pictures.j ? "J" : base64;
    }
  }
  return names;
}

Bytes picture_bytes(std::size_t size, unsigned seed) {
  constexpr unsigned byte_bits = 8;
  std::minstd_rand random(seed + 1);
  Bytes bytes = {0x89, 'P', 'N', 'G'};
  while (bytes.size() < size) bytes.push_back(std::uint8_t(random() >> byte_bits));
  return bytes;
}

std::string to_base64(const Bytes& bytes) {
  const GCharPtr text(g_base64_encode(bytes.data(), bytes.size()));
  return text.get();
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

Result<Reply> read_in_pieces(std::string_view body, std::size_t piece_bytes) {
  ReplyReader reader;
  for (std::size_t at = 0; at < body.size(); at += piece_bytes) {
    if (auto fed = reader.feed(body.substr(at, piece_bytes)); !fed) return fail(fed.error());
  }
  return reader.finish();
}

std::string described(const Result<Reply>& result) {
  std::ostringstream out;
  if (!result) {
    out << name_of(result.error().kind) << ": " << result.error().detail;
    return out.str();
  }
  for (const ReplyPicture& picture : result->pictures)
    out << "picture " << (picture.bytes ? to_base64(*picture.bytes) : picture.url) << "\n";
  out << "text " << result->text << "\nmodel " << result->model << "\nfinish "
      << result->finish_reason << "\nusage " << result->usage.prompt_tokens.value_or(-1) << " "
      << result->usage.completion_tokens.value_or(-1) << " " << result->usage.cost.value_or(-1);
  return out.str();
}

}  // namespace wordbrush::protocol
