/* SPDX-License-Identifier: MIT */
/* limits.h - every ceiling of the service that is no option (those stand in options.h). Bytes unless said. */
#ifndef BAOCAO_SERVER_LIMITS_H
#define BAOCAO_SERVER_LIMITS_H

#define LIMIT_REQUEST_ID 64u
#define LIMIT_CONNECTION_MEMORY (128u << 10) /* headers and one upload chunk */
#define LIMIT_ARENA_FACTOR 200u              /* an extraction's memory, times the body's size */
#define LIMIT_ARENA_FLOOR (64u << 20)
#define LIMIT_DRAIN_BODY (1u << 20) /* what is read and thrown away of a body past the limit */
#define LIMIT_URL 2048u
#define LIMIT_MULTIPART_PARTS 8u
#define LIMIT_BOUNDARY 70u /* RFC 2046, 5.1.1 */
#define LIMIT_REDIRECTS 3u
#define LIMIT_CIDRS 32u
#define LIMIT_WORKER_STACK (32u << 20)
#define LIMIT_FETCHERS 4u
#define LIMIT_CONVERT_FILE (256u << 20) /* a file that a converter writes */
#define LIMIT_SCAN_PIXELS "3508"        /* the longer side of a page that is read as a picture: A4 at 300 dpi */
#define LIMIT_SCAN_PAGES 500u
#define LIMIT_CONVERT_OUTPUT (64u << 20) /* its text */
#define LIMIT_FILES_JOBS 256u            /* files that the command line reads at once */
#define LIMIT_FILES_AHEAD 64u            /* results that wait for the ones before them */
#define LIMIT_FILE_ARENA ((size_t)4 << 30)
#define LIMIT_JOB_WAIT 60u /* seconds that a request may wait for a job */
#define LIMIT_JOB_POLL 2u  /* seconds until a client that does not wait should ask again */

#endif
