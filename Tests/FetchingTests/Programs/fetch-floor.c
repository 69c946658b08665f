// fetch-floor PORT HOSTS FETCHES: what fetching costs in C. It asks host-0.localhost, host-1.localhost, … all at once, each again as
// soon as it has answered, FETCHES times in all, over one epoll, with the options and callbacks of the fetcher that it is
// compared with, and keeps heads and body of each exchange until its end. Prints the microseconds of processor time that a
// fetch took.
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

struct transfer {
    CURL *easy;
    int host;
    char *body, head[8192], request[4096];
    size_t body_count, head_count, request_count;
};

static int poll_set;
static const char *port;
static long timeout = -1;

static size_t on_body(char *bytes, size_t size, size_t count, void *context) {
    struct transfer *transfer = context;
    count *= size;
    if (transfer->body_count == 0) {
        curl_off_t length = 0;
        curl_easy_getinfo(transfer->easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
        transfer->body = malloc(length > 0 ? (size_t)length : count);
    }
    memcpy(transfer->body + transfer->body_count, bytes, count);
    transfer->body_count += count;
    return count;
}

static size_t on_header(char *bytes, size_t size, size_t count, void *context) {
    struct transfer *transfer = context;
    count *= size;
    if (transfer->head_count + count > sizeof transfer->head) return 0;
    memcpy(transfer->head + transfer->head_count, bytes, count);
    transfer->head_count += count;
    return count;
}

static int on_debug(CURL *easy, curl_infotype type, char *bytes, size_t count, void *context) {
    struct transfer *transfer = context;
    (void)easy;
    if (type == CURLINFO_HEADER_OUT && transfer->request_count + count <= sizeof transfer->request) {
        memcpy(transfer->request + transfer->request_count, bytes, count);
        transfer->request_count += count;
    }
    return 0;
}

static int on_request(void *context, char *peer, char *local, int peer_port, int local_port) {
    (void)context, (void)local, (void)peer_port, (void)local_port;
    return strcmp(peer, "127.0.0.1") == 0 ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
}

static curl_socket_t on_open(void *context, curlsocktype type, struct curl_sockaddr *address) {
    (void)context, (void)type;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static int on_socket(CURL *easy, curl_socket_t socket, int wish, void *multi, void *known) {
    struct epoll_event event = {.data.fd = socket};
    (void)easy;
    if (wish == CURL_POLL_REMOVE) {
        epoll_ctl(poll_set, EPOLL_CTL_DEL, socket, NULL);
        return 0;
    }
    if (wish & CURL_POLL_IN) event.events |= EPOLLIN;
    if (wish & CURL_POLL_OUT) event.events |= EPOLLOUT;
    epoll_ctl(poll_set, known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, socket, &event);
    curl_multi_assign(multi, socket, multi);
    return 0;
}

static int on_timer(CURLM *multi, long milliseconds, void *context) {
    (void)multi, (void)context;
    timeout = milliseconds;
    return 0;
}

static void set_up(struct transfer *transfer, struct curl_slist *fields) {
    CURL *easy = transfer->easy = curl_easy_init();
    curl_easy_setopt(easy, CURLOPT_PRIVATE, transfer);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(easy, CURLOPT_HTTP_CONTENT_DECODING, 0L);
    curl_easy_setopt(easy, CURLOPT_HTTP09_ALLOWED, 0L);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, 32768L);
    curl_easy_setopt(easy, CURLOPT_CAPATH, NULL);
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_IPRESOLVE, (long)CURL_IPRESOLVE_V4);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, fields);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, 10000L);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, transfer);
    curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, on_debug);
    curl_easy_setopt(easy, CURLOPT_DEBUGDATA, transfer);
    curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, on_request);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, transfer);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, on_open);
}

static void begin(CURLM *multi, struct transfer *transfer, int number) {
    char url[128];
    snprintf(url, sizeof url, "http://host-%d.localhost:%s/%d", transfer->host, port, number);
    curl_easy_setopt(transfer->easy, CURLOPT_URL, url);
    transfer->body = NULL;
    transfer->body_count = transfer->head_count = transfer->request_count = 0;
    curl_multi_add_handle(multi, transfer->easy);
}

int main(int count, char **arguments) {
    if (count < 4) return 2;
    int hosts = atoi(arguments[2]), fetches = atoi(arguments[3]), running = 0, good = 0, ended = 0, begun = 0;
    port = arguments[1];
    struct curl_slist *fields = curl_slist_append(NULL, "User-Agent: floor/1");
    fields = curl_slist_append(fields, "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5");
    fields = curl_slist_append(fields, "Accept-Encoding: gzip");
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);

    curl_global_init(CURL_GLOBAL_ALL);
    poll_set = epoll_create1(EPOLL_CLOEXEC);
    CURLM *multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, 1000L);
    curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, on_socket);
    curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, multi);
    curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, on_timer);
    for (int host = 0; host < hosts; host++) {
        struct transfer *transfer = calloc(1, sizeof *transfer);
        transfer->host = host;
        set_up(transfer, fields);
        begin(multi, transfer, begun++);
    }
    static struct epoll_event events[256];
    while (ended < fetches) {
        int ready = epoll_wait(poll_set, events, 256, (int)timeout);
        for (int index = 0; index < ready; index++) {
            int actions = 0;
            if (events[index].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) actions |= CURL_CSELECT_IN;
            if (events[index].events & EPOLLOUT) actions |= CURL_CSELECT_OUT;
            if (events[index].events & EPOLLERR) actions |= CURL_CSELECT_ERR;
            curl_multi_socket_action(multi, events[index].data.fd, actions, &running);
        }
        if (ready == 0 || timeout == 0) curl_multi_socket_action(multi, CURL_SOCKET_TIMEOUT, 0, &running);
        CURLMsg *message;
        int left;
        while ((message = curl_multi_info_read(multi, &left))) {
            struct transfer *transfer;
            CURL *easy = message->easy_handle;
            CURLcode code = message->data.result;
            curl_easy_getinfo(easy, CURLINFO_PRIVATE, (char **)&transfer);
            curl_off_t first = 0, asked = 0;
            curl_easy_getinfo(easy, CURLINFO_STARTTRANSFER_TIME_T, &first);
            curl_easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME_T, &asked);
            curl_multi_remove_handle(multi, easy);
            if (code == CURLE_OK && transfer->body_count > 0 && transfer->head_count > 0 && first >= asked) good++;
            free(transfer->body);
            ended++;
            if (begun < fetches) begin(multi, transfer, begun++);
        }
    }
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    double microseconds = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6
        + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
    printf("%.2f\n", microseconds / fetches);
    return good == fetches ? 0 : 1;
}
