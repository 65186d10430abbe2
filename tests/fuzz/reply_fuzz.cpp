// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever an endpoint answers: a reply with pictures, or an error in words; the
// same one however the bytes are cut; and no picture in the words.
#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

#include "fuzz_target.h"
#include "protocol/reply_reader.h"

using wordbrush::ErrorKind;
using wordbrush::Result;
using wordbrush::protocol::Reply;
using wordbrush::protocol::ReplyPicture;
using wordbrush::protocol::ReplyReader;

namespace {

Result<Reply> read(std::string_view body, std::size_t piece_bytes) {
  ReplyReader reader;
  for (std::size_t at = 0; at < body.size(); at += piece_bytes) {
    if (!reader.feed(body.substr(at, piece_bytes))) std::abort();
  }
  reader.text_so_far();
  return reader.finish();
}

bool is_same(const ReplyPicture& a, const ReplyPicture& b) {
  if (bool(a.bytes) != bool(b.bytes)) return false;
  return a.url == b.url && (!a.bytes || *a.bytes == *b.bytes);
}

bool is_same(const Result<Reply>& a, const Result<Reply>& b) {
  if (bool(a) != bool(b)) return false;
  if (!a) return a.error().kind == b.error().kind && a.error().detail == b.error().detail;
  return a->text == b->text && a->finish_reason == b->finish_reason &&
         std::ranges::equal(a->pictures, b->pictures,
                            [](const ReplyPicture& one, const ReplyPicture& other) {
                              return is_same(one, other);
                            });
}

/// These have a sentence of their own, to which an answer need not add a word.
bool may_be_silent(ErrorKind kind) {
  return kind == ErrorKind::Empty || kind == ErrorKind::NoImage || kind == ErrorKind::Truncated ||
         kind == ErrorKind::Upstream;
}

bool is_sound(const Result<Reply>& result) {
  if (!result) return !result.error().detail.empty() || may_be_silent(result.error().kind);
  return (!result->pictures.empty() || result->task) &&
         std::ranges::all_of(result->pictures, [](const ReplyPicture& picture) {
           return picture.url.empty() == bool(picture.bytes);
         });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view body(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto whole = read(body, body.size() + 1);
  if (!is_sound(whole)) std::abort();
  if (!is_same(whole, read(body, std::size_t{data[0]} + 1))) std::abort();
  return 0;
}
