// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "protocol/base64_run.h"

namespace wordbrush::protocol {

/// The base64 that was taken out of an answer, and the marks that stand for it in
/// the text: a private-use character, a number drawn for this store, the run's
/// index, another private-use character. A mark is valid in a JSON string, holds
/// no base64 run and nothing that Markdown or HTML reads, and no sender can know it.
class RunStore {
 public:
  RunStore();

  /// Keeps `run` and returns its mark.
  std::string add(Base64Run run);

  /// Where a mark starts at `text`'s first byte, its length; else 0.
  std::size_t mark_length(std::string_view text) const;

  /// `text` with what the marks stand for; a run that a picture was made of is left out.
  std::string restored(std::string_view text) const;

  /// `text` without its marks.
  std::string without_marks(std::string_view text) const;

  /// Decodes base64 of marks and characters in any order, and so joins what was cut.
  /// Nothing where it is no base64. The runs in it are used up.
  std::optional<Bytes> take_payload(std::string_view text);

 private:
  struct Mark {
    std::size_t start, end;  // bytes in the text
    std::size_t run;
  };
  std::optional<Mark> find_mark(std::string_view text, std::size_t from) const;
  std::vector<Mark> find_marks(std::string_view text) const;

  std::string mark_start_;
  std::vector<Base64Run> runs_;
};

}  // namespace wordbrush::protocol
