/* SPDX-License-Identifier: MIT */
/* config.h - the effective configuration: defaults, then environment, then command line (options.h). */
#ifndef BAOCAO_CONFIG_H
#define BAOCAO_CONFIG_H

#include <netinet/in.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

#include "limits.h"

typedef struct {
    struct sockaddr_storage address;
    char text[80];
} config_address;

typedef struct {
    uint8_t bytes[16]; /* IPv4 as the last four of a v4-mapped address */
    unsigned prefix;   /* of 128 */
} config_cidr;

typedef struct {
    config_cidr nets[LIMIT_CIDRS];
    size_t count;
    char text[512];
} config_list;

typedef struct {
    char text[1024]; /* "": none */
} config_path;

typedef struct {
    config_address listen, admin_listen;
    size_t workers, queue, max_body, deadline, connections, idle_timeout, io_threads, drain, fetch_timeout, fetch_max,
        converters, convert_timeout, convert_memory, jobs, job_workers, job_bytes, job_deadline, job_ttl;
    config_list allow_fetch;
    config_path fetch_ca;
} config;

/* False: a message that names the option and what it takes was written to stderr. */
bool config_read(config *c, int argc, char **argv);
void config_usage(void); /* the options, on stdout */
void config_log(const config *c);

/* An IPv4 or IPv6 address as 16 bytes (v4-mapped), and whether a net holds it. */
bool config_cidr_holds(const config_cidr *net, const uint8_t bytes[16]);

#endif
