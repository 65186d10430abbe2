// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/result.h"
#include "protocol/picture_request.h"

namespace wordbrush::protocol {

/// A way to tell the size, for people and settings.
struct SizeFieldsName {
  SizeFields fields;
  const char* name;   ///< in settings and arguments: "openrouter"
  const char* label;  ///< for people, to be translated
};

std::span<const SizeFieldsName> size_fields_names();

/// Nothing for an empty name: as is usual. Fails with ErrorKind::Input for one that
/// is unknown.
Result<std::optional<SizeFields>> find_size_fields(std::string_view name);

}  // namespace wordbrush::protocol
