// What Swift sees of libcurl. Its set and get calls are variadic, which Swift cannot call: here is one call for each type
// that the fetcher uses, so that the compiler checks what libcurl would only crash on.
#pragma once
#include <curl/curl.h>
#include <malloc.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>

static inline CURLcode ccurl_global_init(void) { return curl_global_init(CURL_GLOBAL_ALL); }

// The file of trusted certificates that libcurl was built for; NULL if none.
static inline const char *ccurl_built_in_certificates(void) { return curl_version_info(CURLVERSION_NOW)->cainfo; }

static inline CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}
// libcurl copies the text; NULL takes it back.
static inline CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *text) {
    return curl_easy_setopt(easy, option, text);
}
// Not copied: what it points to must outlive the transfer.
static inline CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, void *pointer) {
    return curl_easy_setopt(easy, option, pointer);
}
// Not copied either.
static inline CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *list) {
    return curl_easy_setopt(easy, option, list);
}
static inline CURLcode ccurl_set_share(CURL *easy, CURLSH *share) {
    return curl_easy_setopt(easy, CURLOPT_SHARE, share);
}

static inline CURLcode ccurl_on_body(CURL *easy, curl_write_callback call) {
    return curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, call);
}
static inline CURLcode ccurl_on_header(CURL *easy, curl_write_callback call) {
    return curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, call);
}
static inline CURLcode ccurl_on_debug(CURL *easy, curl_debug_callback call) {
    return curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, call);
}
static inline CURLcode ccurl_on_request(CURL *easy, curl_prereq_callback call) {
    return curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, call);
}
static inline CURLcode ccurl_on_socket(CURL *easy, curl_opensocket_callback call) {
    return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, call);
}

// The context must outlive the connections, which outlive the handle that made them.
static inline void ccurl_on_close(CURL *easy, curl_closesocket_callback call, void *context) {
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, call);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, context);
}

static inline CURLcode ccurl_get_long(CURL *easy, CURLINFO what, long *value) {
    return curl_easy_getinfo(easy, what, value);
}
// Sizes in bytes, times in microseconds.
static inline CURLcode ccurl_get_offset(CURL *easy, CURLINFO what, curl_off_t *value) {
    return curl_easy_getinfo(easy, what, value);
}
static inline void *ccurl_get_private(CURL *easy) {
    char *pointer = NULL;
    return curl_easy_getinfo(easy, CURLINFO_PRIVATE, &pointer) == CURLE_OK ? pointer : NULL;
}

static inline CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}
static inline CURLMcode ccurl_multi_on_socket(CURLM *multi, curl_socket_callback call, void *context) {
    curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, context);
    return curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, call);
}
static inline CURLMcode ccurl_multi_on_timer(CURLM *multi, curl_multi_timer_callback call, void *context) {
    curl_multi_setopt(multi, CURLMOPT_TIMERDATA, context);
    return curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, call);
}
static inline CURLcode ccurl_result(const CURLMsg *message) { return message->data.result; }

static inline CURLSHcode ccurl_share_data(CURLSH *share, curl_lock_data what) {
    return curl_share_setopt(share, CURLSHOPT_SHARE, what);
}

// The sockaddr that is about to be connected, addrlen bytes long.
static inline const void *ccurl_socket_address(const struct curl_sockaddr *address) { return &address->addr; }

// glibc's allocator serves every thread from an arena of its own and keeps what they give back; other libraries have no
// such call, and 0 comes back.
static inline int ccurl_limit_arenas(int arenas, int own_mapping_bytes, int kept_bytes) {
#if defined(__GLIBC__)
    return mallopt(M_ARENA_MAX, arenas) && mallopt(M_MMAP_THRESHOLD, own_mapping_bytes)
        && mallopt(M_TRIM_THRESHOLD, kept_bytes);
#else
    return (void)arenas, (void)own_mapping_bytes, (void)kept_bytes, 0;
#endif
}
