// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_error.h"

#include <gtest/gtest.h>
#include <libsoup/soup.h>

#include <ostream>

#include "base/glib_ptr.h"

namespace wordbrush::net {
namespace {

using namespace std::chrono_literals;

struct ErrorCase {
  const char* name;
  GQuark domain;
  int code;
  Stage stage;
  GTlsCertificateFlags faults;
  ErrorKind kind;
  const char* words;
};

void PrintTo(const ErrorCase& error, std::ostream* os) {
  *os << error.name;
}

class NetworkErrorTest : public testing::TestWithParam<ErrorCase> {};

TEST_P(NetworkErrorTest, IsASentenceForTheUser) {
  const auto& expected = GetParam();
  const GErrorPtr error(g_error_new_literal(expected.domain, expected.code, "internal words"));
  const auto told = network_error(
      *error,
      {.host = "api.example.com", .stage = expected.stage, .certificate_faults = expected.faults});
  EXPECT_EQ(told.kind, expected.kind);
  EXPECT_NE(told.detail.find(expected.words), std::string::npos) << told.detail;
  EXPECT_NE(told.detail.find("api.example.com"), std::string::npos) << told.detail;
  EXPECT_EQ(told.detail.find("internal words"), std::string::npos) << told.detail;
}

constexpr auto none = G_TLS_CERTIFICATE_NO_FLAGS;
constexpr auto two_faults =
    static_cast<GTlsCertificateFlags>(G_TLS_CERTIFICATE_UNKNOWN_CA | G_TLS_CERTIFICATE_EXPIRED);

INSTANTIATE_TEST_SUITE_P(
    Causes, NetworkErrorTest,
    testing::Values(
        ErrorCase{"Name", G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, Stage::Connecting, none,
                  ErrorKind::Network, "no server named"},
        ErrorCase{"Refused", G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED, Stage::Connecting, none,
                  ErrorKind::Network, "refused the connection"},
        ErrorCase{"Unreachable", G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE, Stage::Connecting,
                  none, ErrorKind::Network, "cannot be reached"},
        ErrorCase{"Proxy", G_IO_ERROR, G_IO_ERROR_PROXY_FAILED, Stage::Connecting, none,
                  ErrorKind::Network, "proxy"},
        ErrorCase{"Timeout", G_IO_ERROR, G_IO_ERROR_TIMED_OUT, Stage::Connecting, none,
                  ErrorKind::Timeout, "in time"},
        ErrorCase{"Issuer", G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, Stage::Connecting,
                  G_TLS_CERTIFICATE_UNKNOWN_CA, ErrorKind::Network, "who issued"},
        ErrorCase{"Expired", G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, Stage::Connecting,
                  G_TLS_CERTIFICATE_EXPIRED, ErrorKind::Network, "expired"},
        ErrorCase{"Early", G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, Stage::Connecting,
                  G_TLS_CERTIFICATE_NOT_ACTIVATED, ErrorKind::Network, "not valid yet"},
        ErrorCase{"Revoked", G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, Stage::Connecting,
                  G_TLS_CERTIFICATE_REVOKED, ErrorKind::Network, "revoked"},
        ErrorCase{"OtherName", G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, Stage::Connecting,
                  G_TLS_CERTIFICATE_BAD_IDENTITY, ErrorKind::Network, "another server"},
        ErrorCase{"TwoFaults", G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, Stage::Connecting,
                  two_faults, ErrorKind::Network, "expired"},
        ErrorCase{"BadCertificate", G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, Stage::Connecting,
                  none, ErrorKind::Network, "was refused"},
        ErrorCase{"NoTlsHere", G_TLS_ERROR, G_TLS_ERROR_UNAVAILABLE, Stage::Connecting, none,
                  ErrorKind::Network, "glib-networking"},
        ErrorCase{"NoTlsThere", G_TLS_ERROR, G_TLS_ERROR_NOT_TLS, Stage::Connecting, none,
                  ErrorKind::Network, "begins with"},
        ErrorCase{"TlsEndInTheHandshake", G_TLS_ERROR, G_TLS_ERROR_EOF, Stage::Connecting, none,
                  ErrorKind::Network, "begins with"},
        ErrorCase{"TlsEndLater", G_TLS_ERROR, G_TLS_ERROR_EOF, Stage::Receiving, none,
                  ErrorKind::Network, "before the answer was complete"},
        ErrorCase{"NotHttp", SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING, Stage::Waiting, none,
                  ErrorKind::Network, "as a web server does"},
        ErrorCase{"LostConnecting", G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE, Stage::Connecting, none,
                  ErrorKind::Network, "could not be made"},
        ErrorCase{"LostSending", G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE, Stage::Sending, none,
                  ErrorKind::Network, "may be too large"},
        ErrorCase{"LostWaiting", G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED, Stage::Waiting, none,
                  ErrorKind::Network, "without an answer"},
        ErrorCase{"LostReceiving", G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, Stage::Receiving, none,
                  ErrorKind::Network, "before the answer was complete"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(TimeoutErrorTest, NamesWhatTookTooLong) {
  EXPECT_EQ(timeout_error(Limit::Connect, 30s, "h").detail,
            "The connection to h was not made within 30 s.");
  EXPECT_EQ(timeout_error(Limit::Idle, 300s, "h").detail,
            "Nothing went to or came from h for 300 s.");
  EXPECT_EQ(timeout_error(Limit::Total, 900s, "h").detail,
            "The answer from h was not complete after 900 s.");
  EXPECT_EQ(timeout_error(Limit::Total, 900s, "h").kind, ErrorKind::Timeout);
}

}  // namespace
}  // namespace wordbrush::net
