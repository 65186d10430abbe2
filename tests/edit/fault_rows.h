// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <vector>

#include "base/error.h"
#include "support/scripted_server.h"

// What endpoints, what stands before them and the network do to an answer
// (protocol.md, 5.3).
namespace wordbrush::edit::faults {

/// Nothing tells it from a word, as with some services.
inline constexpr const char* key = "canaryword";

struct Row {
  const char* name;
  test::ScriptedServer::Script script;
  std::optional<ErrorKind> kind;  ///< nothing: the picture comes
  const char* words = "";         ///< of the sentence
  std::size_t upload_bytes = 100;
};

void PrintTo(const Row& row, std::ostream* os);

std::vector<Row> shapes();
std::vector<Row> statuses();
std::vector<Row> streamed();
std::vector<Row> wires();

}  // namespace wordbrush::edit::faults
