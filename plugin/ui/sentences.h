// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "settings/key_store.h"

namespace wordbrush::ui {

/// What a check that succeeded has to say: how many models the service lists, and
/// whether `model` is among them.
std::string models_sentence(const std::vector<std::string>& models, const std::string& model);

/// Where a key is, said openly. `file` is the KeyStore's.
std::string key_sentence(settings::KeyPlace place, const std::filesystem::path& file);

}  // namespace wordbrush::ui
