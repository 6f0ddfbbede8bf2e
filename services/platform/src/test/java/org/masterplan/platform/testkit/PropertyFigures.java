package org.masterplan.platform.testkit;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Prints how often each property was tried, where tests run at full counts. Found by jqwik in every
 * module that has this test kit.
 */
public final class PropertyFigures implements AroundPropertyHook {
  private static final boolean FULL = "full".equals(System.getProperty("masterplan.counts"));

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    var result = property.execute();
    if (FULL && result.status() == PropertyExecutionResult.Status.SUCCESSFUL) {
      var name = context.containerClass().getSimpleName() + "." + context.targetMethod().getName();
      Figures.print("property." + name, result.countTries(), "tries", "no counterexample");
    }
    return result;
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }
}
