// slow-site DELAY-MS BODY-BYTES: a server that keeps everybody waiting, each for another time between half of the delay
// and one and a half. It prints its port, and ends with its standard input.
#define _GNU_SOURCE
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MAXIMUM_SOCKETS = 4096 };

// When the request that came over a socket is to be answered, in microseconds; 0: there is none.
static long long due[MAXIMUM_SOCKETS];
static int highest;

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

static void watch(int poll, int descriptor) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = descriptor};
    epoll_ctl(poll, EPOLL_CTL_ADD, descriptor, &event);
}

static void send_all(int client, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t sent = send(client, bytes, count, MSG_NOSIGNAL);
        if (sent <= 0) return;
        bytes += sent;
        count -= (size_t)sent;
    }
}

int main(int count, char **arguments) {
    if (count < 3) return 2;
    long long delay = atoll(arguments[1]) * 1000;
    int body = atoi(arguments[2]);
    char *answer = malloc((size_t)body + 512);
    int length = sprintf(answer,
        "HTTP/1.1 200 OK\r\nServer: slow\r\nDate: Mon, 01 Jan 2024 00:00:00 GMT\r\nContent-Type: text/html\r\n"
        "ETag: \"a\"\r\nCache-Control: max-age=60\r\nContent-Length: %d\r\n\r\n", body);
    memset(answer + length, 'x', (size_t)body);
    length += body;

    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);

    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (bind(listener, (struct sockaddr *)&address, size) != 0 || listen(listener, MAXIMUM_SOCKETS) != 0) return 1;
    getsockname(listener, (struct sockaddr *)&address, &size);
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);

    int poll = epoll_create1(0), one = 1;
    watch(poll, listener);
    watch(poll, STDIN_FILENO);
    static struct epoll_event events[1024];
    static char request[65536];
    for (;;) {
        long long soonest = -1;
        for (int client = 0; client <= highest; client++)
            if (due[client] && (soonest < 0 || due[client] < soonest)) soonest = due[client];
        long long rest = soonest < 0 ? -1 : soonest - now();
        int ready = epoll_wait(poll, events, 1024, soonest < 0 ? -1 : rest <= 0 ? 0 : (int)(rest / 1000) + 1);
        for (int index = 0; index < ready; index++) {
            int client = events[index].data.fd;
            if (client == STDIN_FILENO) {
                if (read(client, request, sizeof request) <= 0) return 0;
            } else if (client == listener) {
                while ((client = accept(listener, NULL, NULL)) >= 0) {
                    if (client >= MAXIMUM_SOCKETS) return 1;
                    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
                    if (client > highest) highest = client;
                    watch(poll, client);
                }
            } else if (read(client, request, sizeof request) <= 0) {
                due[client] = 0;
                close(client);
            } else {
                due[client] = now() + delay / 2 + random() % (delay + 1);
            }
        }
        long long time = now();
        for (int client = 0; client <= highest; client++)
            if (due[client] && due[client] <= time) {
                due[client] = 0;
                send_all(client, answer, (size_t)length);
            }
    }
}
