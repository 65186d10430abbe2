// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"
#include "edit/options.h"

namespace wordbrush::edit {

/// Whether `prompt` holds a word at all.
bool is_blank(const std::string& prompt);

/// Fails with ErrorKind::Input where the prompt says nothing or too many results are
/// asked for.
Result<void> check(const Request& request);

/// The pictures that are sent, in this order. The overview, which comes and goes with the
/// selection's size, does not change the references' numbers.
struct PictureOrder {
  bool edited = false;  ///< the one that is to be changed
  // then the request's references
  bool overview = false;  ///< where the edited one lies
};

/// The number by which the prompt names the first reference.
int first_reference(const PictureOrder& order);

/// The prompt as it is sent: the user's words and the further ones, then a line for what
/// no field of any service can say: which picture is which. How the ratio and the size are told is
/// the route's (protocol::SizeFields). `overview_words` tell of the overview, if any.
std::string to_sent_prompt(const Request& request, const PictureOrder& order,
                           const std::string& overview_words = {});

}  // namespace wordbrush::edit
