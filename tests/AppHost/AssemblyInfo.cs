// They wait for processes more than they work: beside the platforms, which run one at a time, three others find time.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
