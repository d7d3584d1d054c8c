using SynthFarm.Farm.Progress;

namespace SynthFarm.Farm;

/// <summary>An event with its number in its run, from 1; a reader that was cut off goes on after the last number it saw.</summary>
public readonly record struct NumberedEvent(long Number, RunEvent Event);
