package org.masterplan.registry.resource.app;

/** A resource as stored, with the revision that guards the next write. */
public record Versioned<T>(T value, long revision) {}
