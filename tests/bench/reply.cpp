// SPDX-License-Identifier: GPL-3.0-or-later
#include <glib.h>
#include <json-glib/json-glib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/glib_ptr.h"
#include "bench/process.h"
#include "protocol/base64.h"
#include "protocol/json.h"
#include "protocol/reply_reader.h"

/// What it takes to read an answer with a picture, beside the least that it can take on
/// the same machine in the same run: one copy of the bytes and one pass of the faster
/// base64 decoder. Status 1 where a target is missed.
///
///   bench-reply

namespace {

using wordbrush::Bytes;
using wordbrush::GCharPtr;
using wordbrush::bench::median_ms;
using wordbrush::bench::peak_bytes;
using wordbrush::protocol::ReplyReader;

constexpr double mebibyte = 1024 * 1024;
constexpr std::size_t megabyte = 1'000'000;
constexpr std::size_t read_bytes = 64UZ * 1024;

constexpr double max_times_floor = 3;      // of one event of 20 MB
constexpr double max_times_decoded = 1.5;  // of the picture's own size, and
constexpr double max_memory_more = 8 * mebibyte;
// From 5 to 64 MB, where 1 is linear. Of the times against the floor, as memory that the
// system has to give anew makes large blocks dearer for all.
constexpr double max_growth = 1.5;

enum class Form { Event, Json, EscapedJson, Deltas };

struct Row {
  const char* name;
  Form form;
  std::size_t characters;            // of base64
  std::size_t delta_characters = 0;  // of Form::Deltas
  bool tells_words = false;          // asks for the words so far after each read
};

constexpr std::array rows = {
    Row{"one event, 1 MB", Form::Event, 1 * megabyte},
    Row{"one event, 5 MB", Form::Event, 5 * megabyte},
    Row{"one event, 20 MB", Form::Event, 20 * megabyte},
    Row{"one event, 64 MB", Form::Event, 64 * megabyte},
    Row{"not streamed, 20 MB", Form::Json, 20 * megabyte},
    Row{"slashes escaped, 20 MB", Form::EscapedJson, 20 * megabyte},
    Row{"deltas of 1000, 5 MB", Form::Deltas, 5 * megabyte, 1000},
    Row{"deltas of 1000, 20 MB", Form::Deltas, 20 * megabyte, 1000},
    Row{"deltas of 200, 5 MB", Form::Deltas, 5 * megabyte, 200},
    Row{"deltas of 200, 20 MB", Form::Deltas, 20 * megabyte, 200},
    Row{"the same, words told", Form::Deltas, 20 * megabyte, 200, true},
};
constexpr std::size_t row_5_mb = 1;
constexpr std::size_t row_20_mb = 2;
constexpr std::size_t row_64_mb = 3;
// The picture in one piece; the targets are theirs. In deltas each piece is an event.
constexpr std::size_t whole_rows = 6;

/// Times in milliseconds of CPU, medians; memory in bytes above what was there before.
struct Figures {
  double reader;
  double copy;
  double glib_decoder;
  double own_decoder;
  double json_glib;
  double memory;
  double decoded;

  double times_floor() const { return reader / (copy + std::min(glib_decoder, own_decoder)); }
};

// --- What is read

struct Sample {
  Bytes picture;
  std::string base64;
  std::string body;
};

Bytes noise(std::size_t size) {
  std::mt19937 random(1);
  Bytes bytes(size);
  std::ranges::generate(bytes, [&] { return std::uint8_t(random()); });
  return bytes;
}

std::string with_escaped_slashes(std::string_view base64) {
  std::string escaped;
  for (const char character : base64) {
    if (character == '/') escaped.push_back('\\');
    escaped.push_back(character);
  }
  return escaped;
}

std::string parts_answer(const char* member, std::string_view base64) {
  return std::string(R"({"model":"m","choices":[{"index":0,")") + member +
         R"(":{"role":"assistant","content":[{"type":"text","text":"Done."},)"
         R"({"type":"image_url","image_url":{"url":"data:image/png;base64,)" +
         std::string(base64) + R"("}}]},"finish_reason":"stop"}]})";
}

std::string delta_event(std::string_view text) {
  return R"(data: {"choices":[{"index":0,"delta":{"content":")" + std::string(text) + "\"}}]}\n\n";
}

std::string deltas_answer(std::string_view base64, std::size_t delta_characters) {
  std::string body = delta_event("![image](data:image/png;base64,");
  for (; !base64.empty(); base64.remove_prefix(std::min(delta_characters, base64.size())))
    body += delta_event(base64.substr(0, delta_characters));
  return body + delta_event(")") + "data: [DONE]\n\n";
}

std::string body_of(const Row& row, std::string_view base64) {
  switch (row.form) {
    case Form::Event:
      return "data: " + parts_answer("delta", base64) + "\n\ndata: [DONE]\n\n";
    case Form::Json:
      return parts_answer("message", base64);
    case Form::EscapedJson:
      return parts_answer("message", with_escaped_slashes(base64));
    case Form::Deltas:
      break;
  }
  return deltas_answer(base64, row.delta_characters);
}

Sample sample_of(const Row& row) {
  Sample sample{.picture = noise(row.characters / 4 * 3), .base64 = {}, .body = {}};
  const GCharPtr base64(g_base64_encode(sample.picture.data(), sample.picture.size()));
  sample.base64 = base64.get();
  sample.body = body_of(row, sample.base64);
  return sample;
}

// --- Those who read it

void read_reply(const Row& row, const Sample& sample) {
  ReplyReader reader;
  const std::string_view body = sample.body;
  for (std::size_t at = 0; at < body.size(); at += read_bytes) {
    if (const auto fed = reader.feed(body.substr(at, read_bytes)); !fed)
      g_error("%s: %s", row.name, fed.error().detail.c_str());
    if (row.tells_words && !reader.text_so_far().empty()) g_error("%s: base64 is told", row.name);
  }
  const auto reply = reader.finish();
  if (!reply) g_error("%s: %s", row.name, reply.error().detail.c_str());
  if (reply->pictures.size() != 1 || *reply->pictures[0].bytes != sample.picture)
    g_error("%s: another picture came out", row.name);
}

void parse_by_json_glib(std::string_view body) {
  if (body.starts_with('{')) {
    if (!wordbrush::protocol::parse_json(body)) g_error("json-glib refuses the body");
    return;
  }
  constexpr std::string_view field = "data: ";
  for (std::size_t at = 0; (at = body.find(field, at)) != std::string_view::npos;) {
    at += field.size();
    const std::string_view data = body.substr(at, body.find('\n', at) - at);
    if (data != "[DONE]" && !wordbrush::protocol::parse_json(data))
      g_error("json-glib refuses an event");
    at += data.size();
  }
}

// --- Measuring

Figures measure(const Row& row) {
  const Sample sample = sample_of(row);
  Figures figures{};
  // First: what was freed once may be taken again without growing.
  figures.memory = peak_bytes([&] { read_reply(row, sample); });
  figures.reader = median_ms([&] { read_reply(row, sample); });
  std::string copy;
  figures.copy = median_ms([&] { std::string(sample.body).swap(copy); });
  figures.glib_decoder = median_ms([&] {
    gsize size = 0;
    g_free(g_base64_decode(sample.base64.c_str(), &size));
  });
  figures.own_decoder =
      median_ms([&] { static_cast<void>(wordbrush::protocol::decode_base64(sample.base64)); });
  figures.json_glib = median_ms([&] { parse_by_json_glib(sample.body); });
  figures.decoded = double(sample.picture.size());
  return figures;
}

/// measure() in a process of its own, whose memory nothing else has used.
std::optional<Figures> measure_apart(const Row& row) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return std::nullopt;
  const pid_t child = fork();
  if (child == 0) {
    const Figures figures = measure(row);
    const bool is_told = write(ends[1], &figures, sizeof figures) == sizeof figures;
    _exit(is_told ? 0 : 1);
  }
  close(ends[1]);
  Figures figures{};
  const bool is_whole = read(ends[0], &figures, sizeof figures) == sizeof figures;
  close(ends[0]);
  int status = 1;
  waitpid(child, &status, 0);
  if (!is_whole || status != 0) return std::nullopt;
  return figures;
}

// --- Telling

void print_head() {
  std::printf("%-24s %9s %9s %9s %9s %9s %8s %8s %9s %9s\n", "", "reader", "memcpy", "GLib b64",
              "own b64", "json-glib", "x floor", "x json", "memory", "x decoded");
}

void print_row(const Row& row, const Figures& it) {
  std::printf("%-24s %9.2f %9.2f %9.2f %9.2f %9.2f %8.2f %8.2f %9.1f %9.2f\n", row.name, it.reader,
              it.copy, it.glib_decoder, it.own_decoder, it.json_glib, it.times_floor(),
              it.reader / it.json_glib, it.memory / mebibyte, it.memory / it.decoded);
}

/// Prints whether a target is met, and gives the same.
bool judge(const char* target, double value, double limit) {
  const bool is_met = value <= limit;
  std::printf("%s: %s %.2f (at most %.2f).  ", is_met ? "met" : "MISSED", target, value, limit);
  return is_met;
}

bool judge_all(const std::vector<Figures>& all) {
  const double growth = all[row_64_mb].times_floor() / all[row_5_mb].times_floor();
  double memory = 0;
  for (std::size_t row = 0; row < whole_rows; ++row)
    memory = std::max(memory, (all[row].memory - max_memory_more) / all[row].decoded);

  bool is_met =
      judge("20 MB event, times the floor", all[row_20_mb].times_floor(), max_times_floor);
  is_met &= judge("64 MB against 5 MB, where 1 is linear", growth, max_growth);
  is_met &= judge("memory but 8 MiB, times the picture", memory, max_times_decoded);
  std::printf("\n");
  return is_met;
}

}  // namespace

int main() {
  std::printf(
      "CPU time in ms, medians of 5; memory in MiB at the peak; the floor is memcpy and\n"
      "the faster of the two base64 decoders.\n\n");
  print_head();
  std::vector<Figures> all;
  for (const Row& row : rows) {
    const auto figures = measure_apart(row);
    if (!figures) return 1;
    print_row(row, *figures);
    std::fflush(stdout);
    all.push_back(*figures);
  }
  std::printf("\n");
  return judge_all(all) ? 0 : 1;
}
