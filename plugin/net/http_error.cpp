// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_error.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>

#include <initializer_list>

#include "base/glib_ptr.h"

namespace wordbrush::net {

namespace {

/// `sentence` with its one %s replaced by `host`.
std::string fill(const char* sentence, const std::string& host) {
  std::string text = sentence;
  if (const auto at = text.find("%s"); at != std::string::npos) text.replace(at, 2, host);
  return text;
}

bool is_one_of(const GError& error, std::initializer_list<GIOErrorEnum> codes) {
  for (const auto code : codes)
    if (g_error_matches(&error, G_IO_ERROR, code)) return true;
  return false;
}

const char* certificate_sentence(GTlsCertificateFlags faults) {
  if ((faults & G_TLS_CERTIFICATE_BAD_IDENTITY) != 0)
    return _(
        "The certificate of %s belongs to another server, so the connection is not safe. "
        "Check the address.");
  if ((faults & G_TLS_CERTIFICATE_EXPIRED) != 0)
    return _(
        "The certificate of %s has expired, so the connection is not safe. "
        "Check this computer's clock.");
  if ((faults & G_TLS_CERTIFICATE_NOT_ACTIVATED) != 0)
    return _(
        "The certificate of %s is not valid yet, so the connection is not safe. "
        "Check this computer's clock.");
  if ((faults & G_TLS_CERTIFICATE_REVOKED) != 0)
    return _("The certificate of %s was revoked, so the connection is not safe.");
  if ((faults & G_TLS_CERTIFICATE_UNKNOWN_CA) != 0)
    return _(
        "This computer does not know who issued the certificate of %s, so the connection "
        "is not safe.");
  return _("The certificate of %s was refused, so the connection is not safe.");
}

const char* tls_sentence(const GError& error, GTlsCertificateFlags faults) {
  if (faults != 0 || error.code == G_TLS_ERROR_BAD_CERTIFICATE) return certificate_sentence(faults);
  if (error.code == G_TLS_ERROR_UNAVAILABLE)
    return _(
        "A safe connection to %s cannot be made: the package glib-networking is not "
        "installed.");
  return _(
      "A safe connection to %s could not be made. Check whether the address begins with "
      "http:// or https://.");
}

const char* lost_sentence(Stage stage) {
  switch (stage) {
    case Stage::Connecting:
      return _("The connection to %s could not be made. Check the address and the network.");
    case Stage::Sending:
      return _(
          "%s closed the connection while the request was being sent. The picture may be "
          "too large for it.");
    case Stage::Waiting:
      return _("%s closed the connection without an answer.");
    case Stage::Receiving:
      break;
  }
  return _("The connection to %s was lost before the answer was complete.");
}

const char* sentence_of(const GError& error, const Failure& failure) {
  if (error.domain == G_TLS_ERROR) {
    // Not every cut is the handshake's.
    const bool is_cut = error.code == G_TLS_ERROR_EOF && failure.stage != Stage::Connecting;
    return is_cut ? lost_sentence(failure.stage) : tls_sentence(error, failure.certificate_faults);
  }
  if (error.domain == G_RESOLVER_ERROR)
    return _("There is no server named %s. Check the address and the network.");
  if (is_one_of(error, {G_IO_ERROR_CONNECTION_REFUSED}))
    return _("%s refused the connection. Check the address, and whether the server is running.");
  if (is_one_of(error, {G_IO_ERROR_HOST_UNREACHABLE, G_IO_ERROR_NETWORK_UNREACHABLE}))
    return _("%s cannot be reached. Check the network.");
  if (is_one_of(error, {G_IO_ERROR_PROXY_FAILED, G_IO_ERROR_PROXY_AUTH_FAILED,
                        G_IO_ERROR_PROXY_NEED_AUTH, G_IO_ERROR_PROXY_NOT_ALLOWED}))
    return _("The proxy of this computer did not connect to %s. Check the network settings.");
  if (is_one_of(error, {G_IO_ERROR_TIMED_OUT})) return _("%s did not answer in time.");
  if (error.domain == SOUP_SESSION_ERROR &&
      (error.code == SOUP_SESSION_ERROR_PARSING || error.code == SOUP_SESSION_ERROR_ENCODING))
    return _("%s did not answer as a web server does. Check the address.");
  return lost_sentence(failure.stage);
}

}  // namespace

Error network_error(const GError& error, const Failure& failure) {
  const bool timed_out = is_one_of(error, {G_IO_ERROR_TIMED_OUT});
  return {timed_out ? ErrorKind::Timeout : ErrorKind::Network,
          fill(sentence_of(error, failure), failure.host)};
}

Error lost_connection(const Failure& failure) {
  return {ErrorKind::Network, fill(lost_sentence(failure.stage), failure.host)};
}

Error near_address(const Failure& failure) {
  return {ErrorKind::Download,
          fill(_("%s is in a private network, where the service has no business."), failure.host)};
}

Error timeout_error(Limit limit, std::chrono::milliseconds time, const std::string& host) {
  const int seconds = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(time).count());
  const char* sentence = _("The answer from %s was not complete after %d s.");
  if (limit == Limit::Connect) sentence = _("The connection to %s was not made within %d s.");
  if (limit == Limit::Idle) sentence = _("Nothing went to or came from %s for %d s.");
  const GCharPtr text(g_strdup_printf(sentence, host.c_str(), seconds));
  return {ErrorKind::Timeout, text.get()};
}

}  // namespace wordbrush::net
