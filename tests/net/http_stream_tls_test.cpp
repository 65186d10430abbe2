// SPDX-License-Identifier: GPL-3.0-or-later
#include <glib/gstdio.h>

#include <optional>
#include <ostream>

#include "base/glib_ptr.h"
#include "net/certificates.h"
#include "net/stream_fixture.h"

namespace wordbrush::net {
namespace {

using test::chunk;
using test::chunked_head;
using test::last_chunk;
using test::post;
using wordbrush::test::run_until;
using wordbrush::test::ScriptedServer;

GObjectPtr<GTlsCertificate> certificate_of(const std::string& pem) {
  GErrorPtr error;
  auto certificate = GObjectPtr<GTlsCertificate>::adopt(
      g_tls_certificate_new_from_pem((pem + test::server_key_pem).c_str(), -1, out(error)));
  EXPECT_TRUE(certificate) << error->message;
  return certificate;
}

/// A file that is gone with its object.
class TemporaryFile {
 public:
  explicit TemporaryFile(const char* text) {
    char* name = nullptr;
    g_close(g_file_open_tmp("wordbrush-XXXXXX", &name, nullptr), nullptr);
    name_.reset(name);
    g_file_set_contents(name, text, -1, nullptr);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { g_unlink(name_.get()); }

  const char* name() const { return name_.get(); }

 private:
  GCharPtr name_;
};

class HttpStreamTlsTest : public test::StreamFixture {
 protected:
  /// Trusts what this one has signed, and nothing else.
  void trust_authority(const char* pem = test::authority_pem) {
    // GnuTLS reads the file once more with the first connection.
    authority_.emplace(pem);
    const auto database =
        GObjectPtr<GTlsDatabase>::adopt(g_tls_file_database_new(authority_->name(), nullptr));
    ASSERT_TRUE(database);
    soup_session_set_tls_database(session_.get(), database.get());
  }

 private:
  std::optional<TemporaryFile> authority_;
};

TEST_F(HttpStreamTlsTest, TrustedServerAnswers) {
  trust_authority();
  ScriptedServer server({.pieces = {chunked_head + chunk("safe") + last_chunk},
                         .certificate = certificate_of(test::good_pem)});
  const std::string body(3'000'000, 'x');
  start(post(server.url(), body));
  ASSERT_TRUE(run_to_end());
  ASSERT_TRUE(*outcome_) << outcome_->error().detail;
  EXPECT_EQ(received_, "safe");
  EXPECT_TRUE(server.last_request().ends_with("\r\n\r\n" + body));
}

TEST_F(HttpStreamTlsTest, CutAnswerIsAnError) {
  trust_authority();
  ScriptedServer server(
      {.pieces = {chunked_head + chunk("half")}, .certificate = certificate_of(test::good_pem)});
  start(post(server.url()));
  ASSERT_TRUE(run_to_end());
  ASSERT_FALSE(*outcome_);
  EXPECT_NE(outcome_->error().detail.find("before the answer was complete"), std::string::npos)
      << outcome_->error().detail;
}

TEST_F(HttpStreamTlsTest, DroppedConnectionIsClosed) {
  trust_authority();
  ScriptedServer server({.pieces = {chunked_head + chunk("one")},
                         .hang = true,
                         .certificate = certificate_of(test::good_pem)});
  start(post(server.url()));
  ASSERT_TRUE(run_until([this] { return received_ == "one"; }));
  stream_.reset();
  EXPECT_TRUE(
      run_until([&server] { return server.saw_hang_up(); }, std::chrono::milliseconds(200)));
}

TEST_F(HttpStreamTlsTest, RedirectToPlainHttpGetsNothing) {
  trust_authority();
  const ScriptedServer plain({.pieces = {chunked_head + chunk("open") + last_chunk}});
  const ScriptedServer server({.pieces = {"HTTP/1.1 302 Found\r\nLocation: " + plain.url() +
                                          "\r\nContent-Length: 0\r\n\r\n"},
                               .certificate = certificate_of(test::good_pem)});
  auto request = post(server.url());
  request.headers = {{"Authorization", "Bearer secret"}};
  start(std::move(request));
  ASSERT_TRUE(run_to_end());
  ASSERT_TRUE(*outcome_) << outcome_->error().detail;
  EXPECT_EQ((*outcome_)->status, 302);
  EXPECT_EQ(plain.requests(), 0);
}

struct CertificateCase {
  const char* name;
  const char* pem;
  const char* trusted;  ///< the authority that is trusted; null: those of the system
  const char* words;
};

void PrintTo(const CertificateCase& certificate, std::ostream* os) {
  *os << certificate.name;
}

class RefusedCertificateTest : public HttpStreamTlsTest,
                               public testing::WithParamInterface<CertificateCase> {};

TEST_P(RefusedCertificateTest, EndsBeforeAWordIsSent) {
  if (GetParam().trusted != nullptr) trust_authority(GetParam().trusted);
  ScriptedServer server({.certificate = certificate_of(GetParam().pem)});
  auto request = post(server.url(), "secret");
  request.headers = {{"Authorization", "Bearer secret"}};
  start(std::move(request));
  ASSERT_TRUE(run_to_end());
  ASSERT_FALSE(*outcome_);
  EXPECT_EQ(outcome_->error().kind, ErrorKind::Network);
  EXPECT_NE(outcome_->error().detail.find(GetParam().words), std::string::npos)
      << outcome_->error().detail;
  EXPECT_EQ(server.bytes_read(), 0U);
}

INSTANTIATE_TEST_SUITE_P(
    Certificates, RefusedCertificateTest,
    testing::Values(
        CertificateCase{"UnknownIssuer", test::good_pem, nullptr, "who issued"},
        CertificateCase{"OtherIssuer", test::good_pem, test::other_authority_pem, "who issued"},
        CertificateCase{"SelfSigned", test::self_signed_pem, nullptr, "who issued"},
        CertificateCase{"SelfSignedBesideAnAuthority", test::self_signed_pem, test::authority_pem,
                        "who issued"},
        CertificateCase{"Expired", test::expired_pem, test::authority_pem, "has expired"},
        CertificateCase{"NotYetValid", test::future_pem, test::other_authority_pem,
                        "is not valid yet"},
        CertificateCase{"OtherName", test::other_name_pem, test::authority_pem, "another server"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace wordbrush::net
