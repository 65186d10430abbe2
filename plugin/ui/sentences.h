// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "edit/balance_query.h"
#include "settings/key_store.h"
#include "ui/offered_models.h"

namespace wordbrush::ui {

/// What a check that succeeded has to say: how many models the service lists, how many
/// of them make pictures, and whether `model` is one of these.
std::string models_sentence(const ModelOffers& offers, const std::string& model);

/// What a check that failed has to say: what exactly is wrong, and which field to look at.
/// `has_key`: one was sent.
std::string check_failure_sentence(const Error& error, bool has_key);

/// What is left in the account; empty where the service does not tell.
std::string balance_sentence(const protocol::Balance& balance);

/// "1.5 MB", in the user's language.
std::string amount_of_bytes(std::uint64_t bytes);

/// Where a key is, said openly. `file` is the KeyStore's.
std::string key_sentence(settings::KeyPlace place, const std::filesystem::path& file);

/// That there is no key, and where the keys for the service at that address are made,
/// where that is known.
std::string no_key_sentence(std::string_view base_url);

}  // namespace wordbrush::ui
