// A hub is seven processes that mostly wait: two hubs at once use two cores well, more would starve each other.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
