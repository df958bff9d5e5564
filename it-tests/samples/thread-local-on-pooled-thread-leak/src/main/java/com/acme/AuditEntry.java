package com.acme;

record AuditEntry(String user, long at) {}
