// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sentences.h"

#include <glib/gi18n.h>

#include <algorithm>

#include "base/glib_ptr.h"
#include "edit/sentence.h"
#include "settings/service_templates.h"

namespace wordbrush::ui {

namespace {

std::string filled(const char* format, const std::string& text) {
  const GCharPtr sentence(g_strdup_printf(format, text.c_str()));
  return sentence.get();
}

/// How many there are, where `model` is one of those that make pictures.
std::string count_sentence(const ModelOffers& offers) {
  const int count = static_cast<int>(offers.size());
  const int painters = static_cast<int>(names_to_choose(offers, false).size());
  const GCharPtr text(
      can_be_filtered(offers)
          ? g_strdup_printf(
                ngettext("The connection works. The service lists %d model, %d for pictures.",
                         "The connection works. The service lists %d models, %d for pictures.",
                         count),
                count, painters)
          : g_strdup_printf(ngettext("The connection works. The service lists %d model.",
                                     "The connection works. The service lists %d models.", count),
                            count));
  return text.get();
}

std::string money(double amount) {
  const GCharPtr text(g_strdup_printf("%.2f", amount));
  return text.get();
}

/// The words of the service in brackets, without the full stop at their end.
std::string quoted(std::string words) {
  while (words.ends_with('.') || words.ends_with('\n')) words.pop_back();
  return words.empty() ? "" : " (" + words + ")";
}

}  // namespace

std::string models_sentence(const ModelOffers& offers, const std::string& model) {
  if (offers.empty()) return _("The connection works, but the service lists no models.");
  const auto found = std::ranges::find(offers, model, &protocol::ModelOffer::name);
  if (found == offers.end())
    return filled(_("The connection works, but the service does not list \"%s\". Choose one of "
                    "its models."),
                  model);
  if (!found->makes_pictures && can_be_filtered(offers))
    return filled(_("The connection works, but \"%s\" does not seem to make pictures. Choose "
                    "another model."),
                  model);
  return count_sentence(offers);
}

std::string check_failure_sentence(const Error& error, bool has_key) {
  const auto words = quoted(error.detail);
  switch (error.kind) {
    case ErrorKind::Auth:
      return has_key
                 ? filled(
                       _("The service does not accept the key%s. Copy it again, and look whether "
                         "the address is that of the service it is for."),
                       words)
                 : filled(_("The service wants a key%s, and there is none."), words);
    case ErrorKind::NotFound:
      return filled(_("There is no list of models at this address%s. Its path may be wrong: most "
                      "end in /v1. Some services have no list and work all the same."),
                    words);
    case ErrorKind::Protocol:
      return filled(_("This is not the address of a service%s. Its path may be wrong: most end in "
                      "/v1."),
                    words);
    default:
      return edit::to_sentence(error);
  }
}

std::string balance_sentence(const protocol::Balance& balance) {
  if (const auto left = protocol::remaining_of(balance))
    return filled(_("Left in the account: %s, in the service's currency."), money(*left));
  if (balance.is_unlimited) return _("The key has no limit.");
  if (balance.used)
    return filled(_("Used so far: %s, in the service's currency."), money(*balance.used));
  return "";
}

std::string amount_of_bytes(std::uint64_t bytes) {
  const GCharPtr text(g_format_size(bytes));
  return text.get();
}

std::string key_sentence(settings::KeyPlace place, const std::filesystem::path& file) {
  if (place == settings::KeyPlace::SecretService)
    return _("A key is saved in the desktop's keyring.");
  const GCharPtr name(g_filename_display_name(file.c_str()));
  const GCharPtr text(
      g_strdup_printf(_("A key is saved in a file that only you can read: %s"), name.get()));
  return text.get();
}

std::string no_key_sentence(std::string_view base_url) {
  const auto key_host = settings::key_host_of(base_url);
  if (key_host.empty()) return _("No key is saved.");
  return filled(_("No key is saved. You can make one at %s."), key_host);
}

}  // namespace wordbrush::ui
