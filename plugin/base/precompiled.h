// SPDX-License-Identifier: GPL-3.0-or-later
// What most files of a module include, compiled once for all of them where CI asks for it
// (-Db_pch=true). Other builds don't, so that each file still has to include what it uses.
#pragma once

#include <glib.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <format>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>
