// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/service_templates.h"

#include <array>

#include "settings/text_rules.h"

namespace wordbrush::settings {

namespace {

// Addresses as of November 2026 (protocol.md, 1.1). Services without a call of their own
// for editing that Wordbrush speaks are left out.
constexpr auto templates = std::to_array<ServiceTemplate>({
    {.name = "OpenRouter",
     .base_url = "https://openrouter.ai/api/v1",
     .model = "google/gemini-3-pro-image-preview",
     .dialect = "chat",
     .size_fields = "openrouter",
     .key_host = "openrouter.ai"},
    {.name = "Google Gemini",
     .base_url = "https://generativelanguage.googleapis.com/v1beta",
     .model = "gemini-3-pro-image-preview",
     .dialect = "gemini",
     .size_fields = "",
     .key_host = "aistudio.google.com"},
    {.name = "OpenAI",
     .base_url = "https://api.openai.com/v1",
     .model = "gpt-image-2",
     .dialect = "images",
     .size_fields = "",
     .key_host = "platform.openai.com"},
    {.name = "AiHubMix",
     .base_url = "https://aihubmix.com/v1",
     .model = "gemini-3-pro-image-preview",
     .dialect = "chat",
     .size_fields = "system",
     .key_host = "aihubmix.com"},
    {.name = "Azure OpenAI",
     .base_url = "https://{resource}.openai.azure.com/openai/deployments/{deployment}/images/"
                 "generations?api-version=2025-04-01-preview",
     .model = "gpt-image-2",
     .dialect = "images",
     .size_fields = "",
     .key_host = "portal.azure.com"},
    {.name = "Cloudflare AI Gateway",
     .base_url = "https://gateway.ai.cloudflare.com/v1/{account}/{gateway}/compat",
     .model = "google-ai-studio/gemini-3-pro-image-preview",
     .dialect = "chat",
     .size_fields = "",
     .key_host = "dash.cloudflare.com"},
    {.name = "Helicone",
     .base_url = "https://ai-gateway.helicone.ai/v1",
     .model = "gemini-3-pro-image-preview",
     .dialect = "chat",
     .size_fields = "openrouter",
     .key_host = "www.helicone.ai"},
    {.name = "LLM Gateway",
     .base_url = "https://api.llmgateway.io/v1",
     .model = "gemini-3-pro-image-preview",
     .dialect = "chat",
     .size_fields = "openrouter",
     .key_host = "llmgateway.io"},
    {.name = "Poe",
     .base_url = "https://api.poe.com/v1",
     .model = "nano-banana-pro",
     .dialect = "chat",
     .size_fields = "",
     .key_host = "poe.com"},
    {.name = "Vercel AI Gateway",
     .base_url = "https://ai-gateway.vercel.sh/v1",
     .model = "google/gemini-3-pro-image",
     .dialect = "chat",
     .size_fields = "openrouter",
     .key_host = "vercel.com"},
    // The ports that the two listen on unless told otherwise.
    {.name = "LiteLLM",
     .base_url = "http://localhost:4000/v1",
     .model = "gemini-3-pro-image-preview",
     .dialect = "chat",
     .size_fields = "",
     .key_host = ""},
    {.name = "new-api",
     .base_url = "http://localhost:3000/v1",
     .model = "gemini-3-pro-image-preview",
     .dialect = "chat",
     .size_fields = "google",
     .key_host = ""},
});

/// The host and port, as they are written.
std::string_view host_of(std::string_view base_url) {
  const auto scheme = base_url.find("://");
  if (scheme != std::string_view::npos) base_url.remove_prefix(scheme + 3);
  return base_url.substr(0, base_url.find('/'));
}

bool is_host_of(std::string_view pattern, std::string_view host) {
  const auto brace = pattern.find('}');
  return brace == std::string_view::npos ? pattern == host
                                         : host.ends_with(pattern.substr(brace + 1));
}

}  // namespace

std::span<const ServiceTemplate> service_templates() {
  return templates;
}

Connection connection_from(const ServiceTemplate& service) {
  return {.name = service.name,
          .base_url = service.base_url,
          .model = service.model,
          .dialect = service.dialect,
          .size_fields = service.size_fields};
}

std::string key_host_of(std::string_view base_url) {
  const auto host = without_case(host_of(trimmed(base_url)));
  for (const ServiceTemplate& service : templates)
    if (is_host_of(host_of(service.base_url), host)) return service.key_host;
  return {};
}

}  // namespace wordbrush::settings
